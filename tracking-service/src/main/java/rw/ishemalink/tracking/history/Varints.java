package rw.ishemalink.tracking.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Numbers in as few bytes as they need: seven bits a byte, the sign in the lowest (as in Protocol Buffers' sint64). */
final class Varints {

    private static final int PAYLOAD_BITS = 7;
    private static final int PAYLOAD = 0x7F;
    private static final int MORE = 0x80;

    private Varints() {}

    /** Bytes that grow. */
    static final class Writer {

        private byte[] bytes;
        private int size;

        Writer(int expectedSize) {
            bytes = new byte[expectedSize];
        }

        void write(long value) {
            long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
            while ((rest & ~PAYLOAD) != 0) {
                writeByte((int) (rest & PAYLOAD) | MORE);
                rest >>>= PAYLOAD_BITS;
            }
            writeByte((int) rest);
        }

        void writeByte(int value) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size * 2);
            }
            bytes[size++] = (byte) value;
        }

        void write(String text) {
            byte[] encoded = text.getBytes(UTF_8);
            write(encoded.length);
            for (byte one : encoded) {
                writeByte(one);
            }
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, size);
        }
    }

    /** Reads what a {@link Writer} wrote. */
    static final class Reader {

        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long read() {
            long rest = 0;
            int shift = 0;
            int next;
            do {
                next = readByte();
                rest |= (long) (next & PAYLOAD) << shift;
                shift += PAYLOAD_BITS;
            } while ((next & MORE) != 0);
            return (rest >>> 1) ^ -(rest & 1);
        }

        int readByte() {
            return bytes[position++] & 0xFF;
        }

        String readText() {
            int length = (int) read();
            position += length;
            return new String(bytes, position - length, length, UTF_8);
        }
    }
}
