package rw.ishemalink.analytics.facts;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.analytics.store.HappenedAt;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStoreBuilder;

/**
 * From all that tells of bookings to what is known of them, to the cells beside it, to {@code booking.facts}, and to
 * whoever counts by something else than the booking. All topics have the booking as their key and as many partitions, so
 * one task has all there is of a booking.
 */
public final class FactsStream {

    /** Store: booking id → {@link Facts}. */
    public static final String FACTS = "booking-facts";

    /** So many bookings and cells of each partition are kept as objects: with six partitions about 60 MB. */
    private static final int MOST_FACTS = 2_500;

    private static final int MOST_CELLS = 10_000;

    private final StreamsBuilder builder;
    private final EventReader reader;
    private final String generation;

    /**
     * A stream over the builder's topics.
     *
     * @param generation the application id
     */
    public FactsStream(StreamsBuilder builder, EventReader reader, String generation) {
        this.builder = builder;
        this.reader = reader;
        this.generation = generation;
        builder.addStateStore(CustomerIndex.builder());
    }

    /** Events of bookings. */
    public KStream<String, BookingEvent> bookings() {
        return source(Topics.BOOKING_EVENTS, BookingEvent.class, "booking-events");
    }

    /** Events of payments. */
    public KStream<String, PaymentEvent> payments() {
        return source(Topics.PAYMENT_EVENTS, PaymentEvent.class, "payment-events");
    }

    /** Events of compliance. */
    public KStream<String, ComplianceEvent> compliance() {
        return source(Topics.COMPLIANCE_EVENTS, ComplianceEvent.class, "compliance-events");
    }

    /** All that tells: these three, tracking, and what generations of this application have published. */
    public KStream<String, Told> told(
            KStream<String, BookingEvent> bookings,
            KStream<String, PaymentEvent> payments,
            KStream<String, ComplianceEvent> compliance) {
        KStream<String, Told> byBooking = bookings.mapValues(Told.ByBooking::new, Named.as("told-by-booking"));
        KStream<String, Told> byPayment = payments.mapValues(Told.ByPayment::new, Named.as("told-by-payment"));
        KStream<String, Told> byCompliance =
                compliance.mapValues(Told.ByCompliance::new, Named.as("told-by-compliance"));
        KStream<String, Told> byTracking = source(Topics.TRACKING_EVENTS, TrackingEvent.class, "tracking-events")
                .mapValues(Told.ByTracking::new, Named.as("told-by-tracking"));
        return byBooking
                .merge(byPayment, Named.as("told-with-payment"))
                .merge(byCompliance, Named.as("told-with-compliance"))
                .merge(byTracking, Named.as("told-with-tracking"))
                .merge(published(), Named.as("told-with-published"));
    }

    private KStream<String, Told> published() {
        return builder.stream(
                        Topics.BOOKING_FACTS.topicName(),
                        Consumed.with(Serdes.String(), (Serde<Told.Published>) new PublishedSerde(generation, reader))
                                .withTimestampExtractor(new BeforeAllEvents())
                                .withName("published-facts"))
                .mapValues(told -> told, Named.as("told-by-published"));
    }

    private <E extends SpecificRecord> KStream<String, E> source(Topics topic, Class<E> type, String name) {
        return builder.stream(
                topic.topicName(),
                Consumed.with(Serdes.String(), (Serde<E>) EventSerde.of(topic, type, reader))
                        .withTimestampExtractor(new HappenedAt())
                        .withName(name));
    }

    /** Adds the facts, their cells and their publication; what comes out is what has changed, by booking. */
    public KStream<String, FactsChanged> gather(
            KStream<String, Told> told, Pseudonyms pseudonyms, KnownViolations.Kept law) {
        KStream<String, FactsChanged> changes = told.process(
                new GathersFacts(new FromBooking(pseudonyms), law, reader),
                Named.as("gather-facts"),
                CustomerIndex.STORE);
        changes.process(new PublishFacts.Supplier(), Named.as("facts-to-publish"), FACTS)
                .to(
                        Topics.BOOKING_FACTS.topicName(),
                        Produced.with(Serdes.String(), (Serde<Told.Published>) new PublishedSerde(generation, reader))
                                .withName("publish-facts"));
        return changes;
    }

    private record GathersFacts(FromBooking fromBooking, KnownViolations.Kept law, EventReader reader)
            implements ProcessorSupplier<String, Told, String, FactsChanged> {

        @Override
        public Processor<String, Told, String, FactsChanged> get() {
            return new GatherFacts(fromBooking, law);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            Set<StoreBuilder<?>> stores = new HashSet<>(law.stores());
            stores.add(ObjectStoreBuilder.persistent(FACTS, Serdes.String(), FactsSerde.of(reader), MOST_FACTS));
            stores.add(CellStore.builder(Home.BOOKING, MOST_CELLS));
            stores.add(CountedUpTo.store(Home.BOOKING.countedUpTo()));
            return stores;
        }
    }
}
