package rw.ishemalink.analytics.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.CellCodec;
import rw.ishemalink.analytics.customers.Customer.Bought;
import rw.ishemalink.analytics.customers.Customer.MonthOfKind;
import rw.ishemalink.analytics.customers.CustomerChange.Buys;
import rw.ishemalink.analytics.customers.CustomerChange.Forget;

/** Customers, their purchases and what changes in them, as stores and internal topics have them. A new shape gets a new version. */
final class CustomerCodec {

    private static final byte VERSION = 1;
    private static final byte BUYS = 1;
    private static final byte BUYS_NOT = 2;
    private static final byte FORGET = 3;

    private CustomerCodec() {}

    /** Writes a value. */
    private interface Writing<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    /** Reads a value. */
    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    static Serde<CustomerChange> changes() {
        return serde(CustomerCodec::writeChange, CustomerCodec::readChange);
    }

    static Serde<Customer> customers() {
        return serde(CustomerCodec::writeCustomer, CustomerCodec::readCustomer);
    }

    static Serde<Purchase> purchases() {
        return serde(CustomerCodec::writePurchase, CustomerCodec::readPurchase);
    }

    /** The keys of one customer are a range. */
    static Serde<CustomerBooking> bookings() {
        return Serdes.serdeFrom((_, key) -> writeBooking(key), (_, bytes) -> readBooking(bytes));
    }

    /** Likewise. */
    static Serde<CustomerCell> cells() {
        return Serdes.serdeFrom((_, key) -> writeCell(key), (_, bytes) -> readCell(bytes));
    }

    private static void writeChange(DataOutputStream out, CustomerChange change) throws IOException {
        switch (change) {
            case Buys buys -> {
                out.writeByte(buys.purchase() == null ? BUYS_NOT : BUYS);
                out.writeUTF(buys.tenant());
                out.writeLong(buys.bookingId().getMostSignificantBits());
                out.writeLong(buys.bookingId().getLeastSignificantBits());
                if (buys.purchase() != null) {
                    writePurchase(out, buys.purchase());
                }
            }
            case Forget forget -> {
                out.writeByte(FORGET);
                out.writeUTF(forget.tenant());
            }
        }
    }

    private static CustomerChange readChange(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        String tenant = in.readUTF();
        return switch (kind) {
            case BUYS -> new Buys(tenant, new UUID(in.readLong(), in.readLong()), readPurchase(in));
            case BUYS_NOT -> new Buys(tenant, new UUID(in.readLong(), in.readLong()), null);
            case FORGET -> new Forget(tenant);
            default -> throw new SerializationException("a change of an unknown kind " + kind);
        };
    }

    private static void writePurchase(DataOutputStream out, Purchase purchase) throws IOException {
        Instant paidAt = purchase.paidAt();
        out.writeUTF(purchase.kind());
        out.writeLong(paidAt.getEpochSecond());
        out.writeInt(paidAt.getNano());
        out.writeLong(purchase.grossFrancs());
        out.writeBoolean(purchase.delivered());
        out.writeLong(purchase.weightKg());
        out.writeUTF(purchase.origin());
        out.writeUTF(purchase.destination());
        out.writeUTF(purchase.commodity());
    }

    private static Purchase readPurchase(DataInputStream in) throws IOException {
        return new Purchase(
                in.readUTF(),
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                in.readLong(),
                in.readBoolean(),
                in.readLong(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF());
    }

    private static void writeCustomer(DataOutputStream out, Customer customer) throws IOException {
        out.writeBoolean(customer.forgotten());
        out.writeInt(customer.bought().size());
        for (Map.Entry<MonthOfKind, Bought> entry : customer.bought().entrySet()) {
            out.writeInt(entry.getKey().month());
            out.writeUTF(entry.getKey().kind());
            out.writeLong(entry.getValue().bookings());
            out.writeLong(entry.getValue().grossFrancs());
        }
    }

    private static Customer readCustomer(DataInputStream in) throws IOException {
        boolean forgotten = in.readBoolean();
        int size = in.readInt();
        Map<MonthOfKind, Bought> bought = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            bought.put(new MonthOfKind(in.readInt(), in.readUTF()), new Bought(in.readLong(), in.readLong()));
        }
        return new Customer(forgotten, bought);
    }

    private static byte[] writeBooking(CustomerBooking key) {
        byte[] customer = key.customer().getBytes(UTF_8);
        return ByteBuffer.allocate(customer.length + 2 * Long.BYTES)
                .put(customer)
                .putLong(key.bookingId().getMostSignificantBits())
                .putLong(key.bookingId().getLeastSignificantBits())
                .array();
    }

    private static CustomerBooking readBooking(byte[] bytes) {
        int length = bytes.length - 2 * Long.BYTES;
        ByteBuffer id = ByteBuffer.wrap(bytes, length, 2 * Long.BYTES);
        return new CustomerBooking(new String(bytes, 0, length, UTF_8), new UUID(id.getLong(), id.getLong()));
    }

    private static byte[] writeCell(CustomerCell key) {
        byte[] customer = key.customer().getBytes(UTF_8);
        byte[] cell = CellCodec.key(key.cell()).get();
        return ByteBuffer.allocate(Short.BYTES + customer.length + cell.length)
                .putShort((short) customer.length)
                .put(customer)
                .put(cell)
                .array();
    }

    private static CustomerCell readCell(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] customer = new byte[in.getShort()];
        in.get(customer);
        byte[] cell = new byte[in.remaining()];
        in.get(cell);
        return new CustomerCell(new String(customer, UTF_8), CellCodec.cell(Bytes.wrap(cell)));
    }

    private static <T> Serde<T> serde(Writing<T> writing, Reading<T> reading) {
        return Serdes.serdeFrom((_, value) -> written(writing, value), (_, bytes) -> read(reading, bytes));
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static <T> byte[] written(Writing<T> writing, @Nullable T value) {
        if (value == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writing.write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("NullAway") // As above.
    private static <T> T read(Reading<T> reading, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new SerializationException("of an unknown version " + version);
            }
            return reading.read(in);
        } catch (IOException e) {
            throw new SerializationException("not what is expected here", e);
        }
    }
}
