package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.BookingStatus;

/**
 * What {@code booking.events} tells; units as in the contract of {@code booking.facts}.
 *
 * @param sequence of the latest event that is in it
 * @param kind CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET
 * @param originCell H3, resolution 7; null where no point is known
 * @param customer who books, under another name; null once the person is forgotten
 */
public record Booked(
        long sequence,
        String kind,
        BookingStatus status,
        Place origin,
        @Nullable Long originCell,
        Place destination,
        @Nullable Long destinationCell,
        @Nullable String commodity,
        long weightKg,
        long grossFrancs,
        long vatFrancs,
        @Nullable UUID driverId,
        @Nullable UUID operatorId,
        @Nullable String customer,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant assignedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        @Nullable Integer stars) {

    /** Both together: the later event's word, and what only earlier ones told. */
    static @Nullable Booked latest(@Nullable Booked one, @Nullable Booked other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.sequence >= other.sequence ? one.after(other) : other.after(one);
    }

    private Booked after(Booked earlier) {
        return with(
                sequence,
                // Who is forgotten stays forgotten.
                earlier.customer == null ? null : customer,
                paidAt == null ? earlier.paidAt : paidAt,
                earliest(assignedAt, earlier.assignedAt),
                pickedUpAt == null ? earlier.pickedUpAt : pickedUpAt,
                deliveredAt == null ? earlier.deliveredAt : deliveredAt,
                isEnded(status) ? earliest(endedAt, earlier.endedAt) : null);
    }

    Booked withoutCustomer() {
        return with(sequence, null);
    }

    private Booked with(long otherSequence, @Nullable String otherCustomer) {
        return with(otherSequence, otherCustomer, paidAt, assignedAt, pickedUpAt, deliveredAt, endedAt);
    }

    private Booked with(
            long otherSequence,
            @Nullable String otherCustomer,
            @Nullable Instant otherPaidAt,
            @Nullable Instant otherAssignedAt,
            @Nullable Instant otherPickedUpAt,
            @Nullable Instant otherDeliveredAt,
            @Nullable Instant otherEndedAt) {
        return new Booked(
                otherSequence,
                kind,
                status,
                origin,
                originCell,
                destination,
                destinationCell,
                commodity,
                weightKg,
                grossFrancs,
                vatFrancs,
                driverId,
                operatorId,
                otherCustomer,
                createdAt,
                otherPaidAt,
                otherAssignedAt,
                otherPickedUpAt,
                otherDeliveredAt,
                otherEndedAt,
                stars);
    }

    static boolean countsLike(@Nullable Booked one, @Nullable Booked other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.with(other.sequence, one.customer).equals(other);
    }

    /** Whether it was paid and is not called off. */
    boolean isPaid() {
        return switch (status) {
            case PAID, ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> true;
            case UNKNOWN, DRAFT, CONFIRMED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether it came where it was to go. */
    public boolean isDelivered() {
        return status == BookingStatus.DELIVERED;
    }

    static boolean isEnded(BookingStatus status) {
        return switch (status) {
            case FAILED, CANCELLED -> true;
            case UNKNOWN, DRAFT, CONFIRMED, PAID, ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> false;
        };
    }

    static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
