package rw.ishemalink.analytics.law;

import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.analytics.store.HappenedAt;
import rw.ishemalink.analytics.store.JsonSerde;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;

/**
 * Bookings, payments and compliance, held against each other. The three topics have the same key and as many partitions,
 * so one task has all there is of a booking.
 */
public final class LawStream {

    /** Store: {@link Violation} by tenant, booking and rule. */
    public static final String VIOLATIONS = "law-violations";

    /** Store: until when bookings have been judged. */
    public static final String JUDGED_UP_TO = "law-judged-up-to";

    /** Store: booking id → {@link Dossier}. */
    static final String DOSSIERS = "law-dossiers";

    /** Store: booking id → since when, in epoch milliseconds, a proof is waited for. */
    static final String WAITING = "law-waiting";

    /** Store: topic → event time up to which this partition was read. */
    static final String PROGRESS = "law-progress";

    /** Store: when to look whether a dossier is over. */
    static final String REVIEWS = "law-reviews";

    private LawStream() {}

    /** Adds the checker to the topology. */
    public static void check(StreamsBuilder builder, KStream<String, BookingEvent> bookings, EventReader reader) {
        check(builder, bookings, reader, Stores::persistentKeyValueStore);
    }

    /** The same, with stores of that kind. */
    static void check(
            StreamsBuilder builder,
            KStream<String, BookingEvent> bookings,
            EventReader reader,
            Function<String, KeyValueBytesStoreSupplier> kind) {
        KStream<String, Heard> payments = builder.stream(
                        Topics.PAYMENT_EVENTS.topicName(),
                        consumed(EventSerde.of(Topics.PAYMENT_EVENTS, PaymentEvent.class, reader), "payment-events"))
                .mapValues(PaymentFacts::of, Named.as("facts-of-payments"));
        KStream<String, Heard> compliance = builder.stream(
                        Topics.COMPLIANCE_EVENTS.topicName(),
                        consumed(
                                EventSerde.of(Topics.COMPLIANCE_EVENTS, ComplianceEvent.class, reader),
                                "compliance-events"))
                .mapValues(ComplianceFacts::of, Named.as("facts-of-compliance"));
        bookings.mapValues(BookingFacts::of, Named.as("facts-of-bookings"))
                .merge(payments, Named.as("with-payments"))
                .merge(compliance, Named.as("with-compliance"))
                .process(new ChecksLaw(kind), Named.as("check-law"));
    }

    private static <E extends SpecificRecord> Consumed<String, E> consumed(Serde<E> values, String name) {
        return Consumed.with(Serdes.String(), values)
                .withTimestampExtractor(new HappenedAt())
                .withName(name);
    }

    private record ChecksLaw(Function<String, KeyValueBytesStoreSupplier> kind)
            implements ProcessorSupplier<String, Heard, Void, Void> {

        @Override
        public Processor<String, Heard, Void, Void> get() {
            return new CheckLaw();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    store(DOSSIERS, JsonSerde.of(Dossier.class)).withCachingEnabled(),
                    store(VIOLATIONS, JsonSerde.of(Violation.class)),
                    store(WAITING, Serdes.Long()),
                    store(PROGRESS, Serdes.Long()).withCachingEnabled(),
                    store(REVIEWS, Serdes.Long()).withCachingEnabled(),
                    CountedUpTo.store(JUDGED_UP_TO));
        }

        private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
            return Stores.keyValueStoreBuilder(kind.apply(name), Serdes.String(), values);
        }
    }
}
