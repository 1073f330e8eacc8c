package rw.ishemalink.analytics.cube;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What is added up here. */
    public List<Aggregate> aggregates() {
        return Objects.requireNonNull(Aggregates.AT.get(this));
    }

    /** How many partitions there are. */
    public int partitions() {
        return partitions;
    }

    /** Known once both enums are. */
    private static final class Aggregates {
        private static final Map<Home, List<Aggregate>> AT = at();

        private static Map<Home, List<Aggregate>> at() {
            Map<Home, List<Aggregate>> at = new EnumMap<>(Home.class);
            for (Home home : values()) {
                at.put(
                        home,
                        Arrays.stream(Aggregate.values())
                                .filter(aggregate -> aggregate.home() == home)
                                .toList());
            }
            return at;
        }
    }
}
