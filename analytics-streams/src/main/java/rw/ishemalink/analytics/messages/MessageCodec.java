package rw.ishemalink.analytics.messages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import rw.ishemalink.analytics.facts.Told;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.analytics.TimelineEntry;

/** Messages as the internal topic has them. */
final class MessageCodec {

    private static final byte VERSION = 1;

    private MessageCodec() {}

    static Serde<Told.ByMessage> serde() {
        return Serdes.serdeFrom((_, message) -> write(message), (_, bytes) -> read(bytes));
    }

    private static byte[] write(Told.ByMessage message) {
        TimelineEntry entry = message.entry();
        Instant at = entry.getAt();
        UUID id = Objects.requireNonNull(entry.getMessageId());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(message.tenant());
            out.writeUTF(entry.getChange());
            out.writeLong(entry.getSequence());
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Told.ByMessage read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new SerializationException("a message of an unknown version " + version);
            }
            String tenant = in.readUTF();
            String change = in.readUTF();
            long sequence = in.readLong();
            UUID id = new UUID(in.readLong(), in.readLong());
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            return new Told.ByMessage(tenant, new TimelineEntry(FactSource.MESSAGE, change, sequence, id, at));
        } catch (IOException e) {
            throw new SerializationException("not a message", e);
        }
    }
}
