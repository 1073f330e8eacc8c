package rw.ishemalink.analytics.facts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.streams.ObjectStoreBuilder;

/**
 * Which bookings of the partition are whose, so that a person who wishes to be forgotten is found in them; and who is
 * forgotten, so that no later booking or event brings the name back.
 */
public final class CustomerIndex {

    /** Store: customer and booking → nothing, and who is forgotten → nothing. */
    public static final String STORE = "bookings-of-customers";

    /** No booking's id: stands for a customer who is forgotten. */
    private static final UUID NONE = new UUID(0, 0);

    private static final UUID LAST = new UUID(-1, -1);
    private static final int MOST_OBJECTS = 1_000;

    private static final Serde<Entry> KEYS =
            Serdes.serdeFrom((_, entry) -> entry.bytes(), (_, bytes) -> Entry.of(bytes));

    private final ObjectStore<Entry, byte[]> entries;

    private CustomerIndex(ObjectStore<Entry, byte[]> entries) {
        this.entries = entries;
    }

    /** A customer, 32 hexadecimal digits, and a booking. */
    private record Entry(String customer, UUID bookingId) {

        byte[] bytes() {
            byte[] name = customer.getBytes(US_ASCII);
            return ByteBuffer.allocate(name.length + 2 * Long.BYTES)
                    .put(name)
                    .putLong(bookingId.getMostSignificantBits())
                    .putLong(bookingId.getLeastSignificantBits())
                    .array();
        }

        static Entry of(byte[] bytes) {
            int length = bytes.length - 2 * Long.BYTES;
            ByteBuffer id = ByteBuffer.wrap(bytes, length, 2 * Long.BYTES);
            return new Entry(new String(bytes, 0, length, US_ASCII), new UUID(id.getLong(), id.getLong()));
        }
    }

    /** The store, which whoever gathers facts and whoever forgets share. */
    public static ObjectStoreBuilder<?, byte[]> builder() {
        return ObjectStoreBuilder.persistent(STORE, KEYS, Serdes.ByteArray(), MOST_OBJECTS);
    }

    /** The index of the task's partition. */
    static CustomerIndex of(ProcessorContext<?, ?> context) {
        return new CustomerIndex(context.getStateStore(STORE));
    }

    /** The facts as they may be kept: without a customer who is forgotten, and found by one who is not. */
    Facts admit(@Nullable Facts before, Facts after) {
        String customer = customer(after);
        if (customer == null || (before != null && customer.equals(customer(before)))) {
            return after;
        }
        if (entries.find(new Entry(customer, NONE)).isPresent()) {
            return after.withoutCustomer();
        }
        entries.put(new Entry(customer, after.bookingId()), new byte[0]);
        return after;
    }

    /** The bookings of the customer, who is forgotten from now on. */
    List<UUID> forget(String customer) {
        List<Entry> all = new ArrayList<>();
        entries.forEach(new Entry(customer, NONE), new Entry(customer, LAST), (entry, _) -> all.add(entry));
        all.forEach(entries::delete);
        entries.put(new Entry(customer, NONE), new byte[0]);
        return all.stream()
                .map(Entry::bookingId)
                .filter(booking -> !booking.equals(NONE))
                .toList();
    }

    private static @Nullable String customer(Facts facts) {
        return facts.booked() == null ? null : facts.booked().customer();
    }
}
