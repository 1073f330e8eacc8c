package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.booking.Place;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.schemas.booking.BookingStatus;

/**
 * What is counted of one booking, as it stands; units as in the contract of {@code booking.facts}. There are none before
 * booking has told of it.
 */
public record Facts(
        String tenant,
        String kind,
        BookingStatus status,
        Place origin,
        @Nullable Long originCell,
        Place destination,
        @Nullable String commodity,
        long weightKg,
        long grossFrancs,
        long vatFrancs,
        long commissionFrancs,
        @Nullable String provider,
        @Nullable UUID driverId,
        @Nullable UUID operatorId,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        @Nullable Instant promisedAt,
        @Nullable Integer stars) {

    private static final int HOURS_OF_A_DAY = 24;

    /** Hours from Monday, midnight, to when it was booked, in Kigali. */
    public int hourOfWeek() {
        LocalDateTime booked = LocalDateTime.ofInstant(createdAt, Period.KIGALI);
        return (booked.getDayOfWeek().getValue() - 1) * HOURS_OF_A_DAY + booked.getHour();
    }
}
