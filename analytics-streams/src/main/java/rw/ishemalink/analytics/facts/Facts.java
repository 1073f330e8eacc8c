package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.BrokenRule;
import rw.ishemalink.schemas.analytics.TimelineEntry;

/**
 * What is known of one booking, by who told it; units as in the contract of {@code booking.facts}. Each part is replaced
 * by a later one of the same source and by nothing else, so that facts from anywhere can be put together in any order.
 *
 * @param booked null until booking has told
 * @param payment null until payment has told
 * @param papers null until compliance has told
 * @param trip null until tracking has told
 * @param law what its checker holds against the booking
 * @param timeline what was told, oldest first
 */
public record Facts(
        UUID bookingId,
        String tenant,
        @Nullable Booked booked,
        @Nullable PaymentFacts payment,
        @Nullable Papers papers,
        @Nullable Trip trip,
        Findings law,
        List<TimelineEntry> timeline) {

    public Facts {
        timeline = List.copyOf(timeline);
    }

    /** Whether its money came and stays: it counts from when it was paid until it is called off or given back. */
    public boolean earns() {
        return booked != null && booked.isPaid() && (payment == null || !payment.wentBack());
    }

    /** Nothing is known yet. */
    public static Facts none(UUID bookingId, String tenant) {
        return new Facts(bookingId, tenant, null, null, null, null, Findings.NONE, List.of());
    }

    /** With what booking told last. */
    Facts with(Booked next) {
        return new Facts(bookingId, tenant, next, payment, papers, trip, law, timeline);
    }

    /** With what payment told last. */
    Facts with(PaymentFacts next) {
        return new Facts(bookingId, tenant, booked, next, papers, trip, law, timeline);
    }

    /** With what compliance told last. */
    Facts with(Papers next) {
        return new Facts(bookingId, tenant, booked, payment, next, trip, law, timeline);
    }

    /** With what tracking told last. */
    Facts with(Trip next) {
        return new Facts(bookingId, tenant, booked, payment, papers, next, law, timeline);
    }

    /** With one entry more, unless it is known. */
    Facts with(TimelineEntry entry) {
        return Timeline.knows(timeline, entry) ? this : withTimeline(Timeline.with(timeline, entry));
    }

    private Facts withTimeline(List<TimelineEntry> other) {
        return new Facts(bookingId, tenant, booked, payment, papers, trip, law, other);
    }

    /** With what the checker of the law holds against it now. */
    Facts with(Findings next) {
        return next.equals(law) ? this : new Facts(bookingId, tenant, booked, payment, papers, trip, next, timeline);
    }

    /** The rules of the law of dispatch that it broke. */
    public List<BrokenRule> violations() {
        return law.violations();
    }

    /** Without the name of who booked: the person is forgotten. */
    Facts withoutCustomer() {
        return booked == null || booked.customer() == null ? this : with(booked.withoutCustomer());
    }

    /**
     * Both together, whatever each has heard and whatever it has missed: the same in any order and however often. Of each
     * source the later sequence counts; what only an earlier event told is taken from whoever heard it.
     */
    public Facts merge(Facts other) {
        List<TimelineEntry> all = Timeline.union(timeline, other.timeline);
        return new Facts(
                bookingId,
                tenant,
                Booked.latest(booked, other.booked),
                PaymentFacts.latest(payment, other.payment),
                Papers.latest(papers, other.papers, all),
                trip(other),
                Findings.latest(law, other.law),
                all);
    }

    private @Nullable Trip trip(Facts other) {
        if (trip == null || other.trip == null) {
            return trip == null ? other.trip : trip;
        }
        return new Trip(Math.max(trip.sequence(), other.trip.sequence()), firstPromise(trip, other.trip, other));
    }

    /** The promise that was made first counts, not the earlier arrival. */
    private @Nullable Instant firstPromise(Trip ours, Trip theirs, Facts other) {
        if (ours.promisedAt() == null || theirs.promisedAt() == null) {
            return ours.promisedAt() == null ? theirs.promisedAt() : ours.promisedAt();
        }
        long oursBy = Timeline.findFirstPromise(timeline).orElse(0);
        long theirsBy = Timeline.findFirstPromise(other.timeline).orElse(0);
        return theirsBy < oursBy ? theirs.promisedAt() : ours.promisedAt();
    }

    /**
     * Whether the same is counted of both: sequences and the timeline are counted nowhere, and most of what tracking tells
     * is only that.
     */
    public boolean countsLike(Facts other) {
        return Booked.countsLike(booked, other.booked)
                && PaymentFacts.countsLike(payment, other.payment)
                && Papers.countsLike(papers, other.papers)
                && Objects.equals(promisedAt(), other.promisedAt())
                && violations().equals(other.violations());
    }

    private @Nullable Instant promisedAt() {
        return trip == null ? null : trip.promisedAt();
    }

    /** When the latest of them became true. */
    public Instant asOf() {
        return timeline.isEmpty() ? Instant.EPOCH : timeline.getLast().getAt();
    }
}
