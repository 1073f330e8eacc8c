package rw.ishemalink.analytics.cube;

import rw.ishemalink.schemas.Topics;

/**
 * Where the cells of an aggregate are added up: in which part of the topology, and so by which key its events are
 * divided. A partition has only what its own events add to a cell; whoever asks adds the partitions up. Few and busy
 * cells so cost no way over Kafka and no partition more work than another.
 */
public enum Home {
    /** Beside the facts, by booking. */
    BOOKING("booking-cells", Topics.BOOKING_FACTS.partitions()),
    /** By driver: all of a driver's bookings meet in one partition. */
    DRIVER("driver-cells", 3),
    /** By customer: all of a customer's bookings meet in one partition. */
    CUSTOMER("customer-cells", 3),
    /** By vehicle, beside its positions. */
    VEHICLE("vehicle-cells", Topics.TRACKING_POSITIONS.partitions());

    private final String store;
    private final int partitions;

    Home(String store, int partitions) {
        this.store = store;
        this.partitions = partitions;
    }

    /** The store: {@link CellCodec#key} → {@link CellCodec#value}. */
    public String store() {
        return store;
    }

    /** The store that knows until when they are counted, see {@code CountedUpTo}. */
    public String countedUpTo() {
        return store + "-counted-up-to";
    }

    /** How many partitions there are. */
    public int partitions() {
        return partitions;
    }
}
