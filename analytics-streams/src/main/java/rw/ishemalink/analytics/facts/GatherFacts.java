package rw.ishemalink.analytics.facts;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Parts;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.streams.ObjectStore;

/** Puts together what is told of each booking, counts it in the cells beside it, and hands on what has changed. */
final class GatherFacts implements Processor<String, Told, String, FactsChanged> {

    private final FromBooking fromBooking;
    private final KnownViolations.Kept law;
    private @Nullable ProcessorContext<String, FactsChanged> context;
    private @Nullable ObjectStore<String, Facts> known;
    private @Nullable CellStore cells;
    private @Nullable CountedUpTo upTo;
    private @Nullable KnownViolations violations;
    private @Nullable CustomerIndex customers;

    GatherFacts(FromBooking fromBooking, KnownViolations.Kept law) {
        this.fromBooking = fromBooking;
        this.law = law;
    }

    @Override
    public void init(ProcessorContext<String, FactsChanged> started) {
        context = started;
        known = started.getStateStore(FactsStream.FACTS);
        cells = CellStore.of(started, Home.BOOKING);
        upTo = CountedUpTo.of(started, Home.BOOKING.countedUpTo());
        violations = law.of(started);
        customers = CustomerIndex.of(started);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // What tells nothing new gives back the very facts that it was given.
    public void process(Record<String, Told> record) {
        if (record.value() instanceof Told.Published published) {
            if (published.facts() != null) {
                mergeWith(record, published.facts());
            }
            return;
        }
        Optional<Facts> found = Objects.requireNonNull(known).find(record.key());
        // Decides before anything is written: an event that cannot be counted leaves no trace.
        after(found.orElse(null), record).ifPresent(told -> {
            Facts before = found.orElseGet(() -> Facts.none(told.bookingId(), told.tenant()));
            Facts after = Objects.requireNonNull(customers).admit(before, told);
            if (after != before) {
                keep(record, FactsChanged.of(before, after, true));
            }
        });
        Objects.requireNonNull(upTo).advance(record.timestamp());
    }

    private Optional<Facts> after(@Nullable Facts before, Record<String, Told> record) {
        return switch (record.value()) {
            case Told.ByBooking told ->
                fromBooking.after(
                        orNone(
                                before,
                                told.event().getBooking().getBookingId(),
                                told.event().getMetadata().getTenant()),
                        told.event());
            case Told.ByPayment told ->
                FromPayment.after(
                        orNone(
                                before,
                                told.event().getPayment().getBookingId(),
                                told.event().getMetadata().getTenant()),
                        told.event());
            case Told.ByCompliance told ->
                FromCompliance.after(
                        orNone(
                                before,
                                told.event().getBookingId(),
                                told.event().getMetadata().getTenant()),
                        told.event());
            case Told.ByTracking told ->
                FromTracking.after(
                        orNone(
                                before,
                                told.event().getBookingId(),
                                told.event().getMetadata().getTenant()),
                        told.event());
            case Told.ByLaw told ->
                Optional.of(withLaw(orNone(before, UUID.fromString(record.key()), told.tenant()), told));
            case Told.ByMessage told ->
                Optional.of(orNone(before, UUID.fromString(record.key()), told.tenant())
                        .with(told.entry()));
            case Told.Forgotten _ -> Optional.ofNullable(before).map(Facts::withoutCustomer);
            case Told.Published _ -> Optional.empty();
        };
    }

    private static Facts withLaw(Facts before, Told.ByLaw told) {
        return before.with(before.law().with(told));
    }

    private static Facts orNone(@Nullable Facts before, UUID bookingId, String tenant) {
        return before == null ? Facts.none(bookingId, tenant) : before;
    }

    /** Another generation's facts; if they lack something that we know, ours are published after them. */
    private void mergeWith(Record<String, Told> record, Facts theirs) {
        Facts before = Objects.requireNonNull(known)
                .find(record.key())
                .orElseGet(() -> Facts.none(theirs.bookingId(), theirs.tenant()));
        Facts merged = Objects.requireNonNull(customers).admit(before, before.merge(theirs));
        Facts after =
                merged.with(merged.law().with(Objects.requireNonNull(violations).held(before, merged)));
        // What our checker alone says otherwise is no news to others: theirs will hear the same.
        boolean lacking = !theirs.merge(merged).equals(theirs);
        if (lacking || !after.equals(before)) {
            keep(record.withTimestamp(after.asOf().toEpochMilli()), FactsChanged.of(before, after, lacking));
        }
        Objects.requireNonNull(upTo).advance(theirs.asOf().toEpochMilli());
    }

    /** Hands it on without the headers of whatever told it: they say what its bytes meant. */
    private void keep(Record<String, Told> record, FactsChanged changed) {
        Objects.requireNonNull(known).put(record.key(), changed.after());
        if (changed.counted()) {
            Objects.requireNonNull(cells).add(Parts.changes(changed.before(), changed.after(), Home.BOOKING));
        }
        Objects.requireNonNull(context).forward(new Record<>(record.key(), changed, record.timestamp()));
    }
}
