package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the booking got where; null until it did. Invariant: in this order, and never in the future, whatever the clock
 * of a phone or of another machine says.
 */
public record Milestones(
        @Nullable Instant confirmedAt,
        @Nullable Instant paidAt,
        @Nullable Instant manifestAcceptedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant deliveredAt) {

    /** Nothing happened yet. */
    public static final Milestones NONE = new Milestones(null, null, null, null, null);

    Milestones confirmed(Instant at) {
        return new Milestones(at, paidAt, manifestAcceptedAt, pickedUpAt, deliveredAt);
    }

    Milestones paid(Instant recordedAt, Instant now) {
        Instant paid = between(confirmedAt, recordedAt, now);
        return new Milestones(confirmedAt, paid, manifestAcceptedAt, pickedUpAt, deliveredAt);
    }

    Milestones manifestAccepted(Instant recordedAt, Instant now) {
        return new Milestones(confirmedAt, paidAt, between(paidAt, recordedAt, now), pickedUpAt, deliveredAt);
    }

    /** Who moves it may be another: what the one before accepted no longer counts. */
    Milestones manifestForgotten() {
        return new Milestones(confirmedAt, paidAt, null, pickedUpAt, deliveredAt);
    }

    Milestones pickedUp(Instant recordedAt, Instant now) {
        Instant notBefore = manifestAcceptedAt == null ? paidAt : manifestAcceptedAt;
        Instant pickedUp = between(notBefore, recordedAt, now);
        return new Milestones(confirmedAt, paidAt, manifestAcceptedAt, pickedUp, deliveredAt);
    }

    Milestones delivered(Instant recordedAt, Instant now) {
        Instant delivered = between(pickedUpAt, recordedAt, now);
        return new Milestones(confirmedAt, paidAt, manifestAcceptedAt, pickedUpAt, delivered);
    }

    private static Instant between(@Nullable Instant notBefore, Instant recordedAt, Instant now) {
        Instant latest = recordedAt.isAfter(now) ? now : recordedAt;
        return notBefore != null && latest.isBefore(notBefore) ? notBefore : latest;
    }
}
