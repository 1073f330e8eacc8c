package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.booking.Place;
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
        @Nullable Integer stars) {}
