package rw.ishemalink.analytics.law;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.KnownViolations;
import rw.ishemalink.analytics.facts.Told;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.analytics.store.JsonSerde;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.streams.ObjectStoreBuilder;

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
    static final String DOSSIERS = "law-cases";

    /** Store: booking id → since when, in epoch milliseconds, a proof is waited for. */
    static final String WAITING = "law-waiting";

    /** Store: topic → event time up to which this partition was read. */
    static final String PROGRESS = "law-progress";

    /** Store: when to look whether a dossier is over. */
    static final String REVIEWS = "law-reviews";

    /** So many dossiers of each partition are kept as objects. */
    private static final int MOST_DOSSIERS = 2_500;

    private static final Serde<Dossier> DOSSIER_BYTES =
            Serdes.serdeFrom((_, dossier) -> written(dossier), (_, bytes) -> read(bytes));

    private final StoreBuilder<ObjectStore<String, Dossier>> dossiers;

    /** What breaks the law is little, and is looked for at every step of every booking. */
    private final StoreBuilder<ObjectStore<String, Violation>> violations =
            objects(Stores.inMemoryKeyValueStore(VIOLATIONS), JsonSerde.of(Violation.class), Integer.MAX_VALUE);

    private final StoreBuilder<KeyValueStore<String, Long>> reviews;

    /** The checker with its dossiers on disk. */
    public LawStream() {
        this(Stores::persistentKeyValueStore);
    }

    /** The same, with stores of that kind. */
    LawStream(Function<String, KeyValueBytesStoreSupplier> kind) {
        this.dossiers = objects(kind.apply(DOSSIERS), DOSSIER_BYTES, MOST_DOSSIERS);
        this.reviews = Stores.keyValueStoreBuilder(kind.apply(REVIEWS), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    private static <V> StoreBuilder<ObjectStore<String, V>> objects(
            KeyValueBytesStoreSupplier kind, Serde<V> values, int most) {
        return new ObjectStoreBuilder<>(
                Stores.keyValueStoreBuilder(kind, Serdes.String(), values)
                        .withCachingDisabled()
                        .withLoggingEnabled(Map.of()),
                most);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> inMemory(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
    }

    /** Adds the checker to the topology; what comes out is what it finds, and what it withdraws. */
    public KStream<String, Told> check(
            KStream<String, BookingEvent> bookings,
            KStream<String, PaymentEvent> payments,
            KStream<String, ComplianceEvent> compliance) {
        KStream<String, Heard> ofPayments = payments.mapValues(PaymentFacts::of, Named.as("facts-of-payments"));
        KStream<String, Heard> ofCompliance =
                compliance.mapValues(ComplianceFacts::of, Named.as("facts-of-compliance"));
        return bookings.mapValues(BookingFacts::of, Named.as("facts-of-bookings"))
                .merge(ofPayments, Named.as("with-payments"))
                .merge(ofCompliance, Named.as("with-compliance"))
                .process(new ChecksLaw(), Named.as("check-law"));
    }

    /** Where violations are kept that an earlier generation found. */
    public KnownViolations.Kept known() {
        return new Kept();
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static byte[] written(@Nullable Dossier dossier) {
        return dossier == null ? null : DossierBytes.write(dossier);
    }

    @SuppressWarnings("NullAway") // As above.
    private static Dossier read(byte @Nullable [] bytes) {
        return bytes == null ? null : DossierBytes.read(bytes);
    }

    private final class ChecksLaw implements ProcessorSupplier<String, Heard, String, Told> {

        @Override
        public Processor<String, Heard, String, Told> get() {
            return new CheckLaw();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    dossiers,
                    violations,
                    inMemory(WAITING, Serdes.Long()),
                    objects(Stores.inMemoryKeyValueStore(PROGRESS), Serdes.Long(), Integer.MAX_VALUE),
                    reviews,
                    CountedUpTo.store(JUDGED_UP_TO));
        }
    }

    private final class Kept implements KnownViolations.Kept {

        @Override
        public KnownViolations of(ProcessorContext<?, ?> context) {
            return new KeptViolations(context.getStateStore(DOSSIERS), context.getStateStore(VIOLATIONS));
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(dossiers, violations);
        }
    }
}
