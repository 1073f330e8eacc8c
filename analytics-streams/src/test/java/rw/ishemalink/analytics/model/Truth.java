package rw.ishemalink.analytics.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** How a booking stands, as whoever made its events knows it. */
public final class Truth {

    final UUID bookingId;
    final String tenant;
    final String kind;
    final Instant createdAt;
    final Spot origin;
    final Spot destination;
    final @Nullable String commodity;
    final long weightKg;
    final long grossFrancs;
    final long vatFrancs;
    BookingStatus status = BookingStatus.DRAFT;

    @Nullable
    UUID driverId;

    @Nullable
    UUID operatorId;

    @Nullable
    Instant paidAt;

    @Nullable
    Instant pickedUpAt;

    @Nullable
    Instant deliveredAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Integer stars;

    @Nullable
    String provider;

    @Nullable
    PaymentStatus payment;

    int attempts;

    @Nullable
    Instant paymentEndedAt;

    @Nullable
    Long commissionFrancs;

    @Nullable
    Instant receiptAt;

    boolean signedLocally;
    int dispatchesRefused;

    @Nullable
    Instant promisedAt;

    List<Instant> violations = List.of();

    Truth(
            UUID bookingId,
            String tenant,
            String kind,
            Instant createdAt,
            Spot origin,
            Spot destination,
            @Nullable String commodity,
            long weightKg,
            long grossFrancs,
            long vatFrancs) {
        this.bookingId = bookingId;
        this.tenant = tenant;
        this.kind = kind;
        this.createdAt = createdAt;
        this.origin = origin;
        this.destination = destination;
        this.commodity = commodity;
        this.weightKg = weightKg;
        this.grossFrancs = grossFrancs;
        this.vatFrancs = vatFrancs;
    }

    /** The money is with us, and the booking goes on or has arrived. */
    boolean earns() {
        boolean goesOn = status == BookingStatus.PAID
                || status == BookingStatus.ASSIGNED
                || status == BookingStatus.IN_TRANSIT
                || status == BookingStatus.AT_BORDER
                || isDelivered();
        boolean wentBack = payment == PaymentStatus.REFUNDING || payment == PaymentStatus.REFUNDED;
        return goesOn && !wentBack && paidAt != null;
    }

    boolean isDelivered() {
        return status == BookingStatus.DELIVERED;
    }

    boolean isCalledOff() {
        return status == BookingStatus.CANCELLED || status == BookingStatus.FAILED;
    }
}
