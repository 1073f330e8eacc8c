package rw.ishemalink.tracking.watch.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Values as compact bytes behind a byte that says which shape they have. A new shape gets a new version, and the old
 * ones stay readable: a rebuild of the state would forget what has been told.
 */
final class Compact {

    private Compact() {}

    static <T> Serde<T> of(byte version, Fields.Writing<T> writing, Fields.Reading<T> reading) {
        return Serdes.serdeFrom(
                (topic, value) -> write(version, writing, value), (topic, bytes) -> read(version, reading, bytes));
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static <T> byte[] write(byte version, Fields.Writing<T> writing, @Nullable T value) {
        if (value == null) {
            return null;
        }
        GrowingBytes bytes = new GrowingBytes();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            writing.write(out, value);
        } catch (IOException e) {
            throw new SerializationException("not writable", e);
        }
        return bytes.taken();
    }

    @SuppressWarnings("NullAway") // As above.
    private static <T> T read(byte version, Fields.Reading<T> reading, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte written = in.readByte();
            if (written != version) {
                throw new SerializationException("of an unknown version " + written);
            }
            return reading.read(in);
        } catch (IOException e) {
            throw new SerializationException("not what is expected here", e);
        }
    }

    /** Java's own is locked at each write, which for a watch is a hundred times. */
    private static final class GrowingBytes extends OutputStream {

        private static final int FIRST = 1_024;

        private byte[] bytes = new byte[FIRST];
        private int size;

        @Override
        public void write(int one) {
            room(1);
            bytes[size++] = (byte) one;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            room(length);
            System.arraycopy(some, from, bytes, size, length);
            size += length;
        }

        private byte[] taken() {
            return Arrays.copyOf(bytes, size);
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
            }
        }
    }
}
