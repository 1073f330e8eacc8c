package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the booking got where; null until it did. Invariant: in this order. */
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

    Milestones paid(Instant at) {
        return new Milestones(confirmedAt, at, manifestAcceptedAt, pickedUpAt, deliveredAt);
    }

    Milestones manifestAccepted(Instant at) {
        return new Milestones(confirmedAt, paidAt, at, pickedUpAt, deliveredAt);
    }

    Milestones pickedUp(Instant at) {
        return new Milestones(confirmedAt, paidAt, manifestAcceptedAt, at, deliveredAt);
    }

    Milestones delivered(Instant at) {
        return new Milestones(confirmedAt, paidAt, manifestAcceptedAt, pickedUpAt, at);
    }
}
