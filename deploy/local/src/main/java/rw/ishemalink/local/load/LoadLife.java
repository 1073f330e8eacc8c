package rw.ishemalink.local.load;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/**
 * One booking with all that becomes of it.
 *
 * @param number from 0; with the seed it says everything else
 * @param destination district code inside Rwanda, else the country's
 * @param commodity null for people
 * @param driver null while nobody drives
 * @param operator null for independent drivers
 * @param status where it ends
 * @param paymentEndedAt when the money came, or was given up
 * @param endedAt when it was cancelled or failed
 * @param stars null where nobody gave any
 */
record LoadLife(
        long number,
        UUID bookingId,
        BookingKind kind,
        String origin,
        String destination,
        @Nullable String commodity,
        long weightKg,
        long grossFrancs,
        long vatFrancs,
        @Nullable Long commissionFrancs,
        Provider provider,
        @Nullable UUID driver,
        @Nullable UUID operator,
        UUID sender,
        BookingStatus status,
        PaymentStatus payment,
        Instant createdAt,
        Instant paymentEndedAt,
        @Nullable Instant paidAt,
        @Nullable Instant assignedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant promisedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        @Nullable Integer stars,
        List<LifeStep> steps) {

    static final String TENANT = "ishemalink";

    LoadLife {
        steps = List.copyOf(steps);
    }

    boolean isDomestic() {
        return kind != BookingKind.CARGO_INTERNATIONAL;
    }

    /** An id that follows from the number alone. */
    static UUID id(long kind, long number) {
        // Spread, so that neighbours are not in the same partition or page.
        long mixed = Long.reverseBytes((number + 1) * 0x9E3779B97F4A7C15L);
        return new UUID((mixed & ~0xF000L) | 0x7000L, 0x8000000000000000L | (kind << 48) | number);
    }

    /** Something that is told of it. */
    record LifeStep(What what, Instant at, long sequence) {

        /** By whom it is told. */
        enum Source {
            BOOKING,
            PAYMENT,
            COMPLIANCE,
            TRACKING
        }

        /** What is told. */
        enum What {
            CREATED(Source.BOOKING),
            PAYMENT_SUCCEEDED(Source.PAYMENT),
            PAYMENT_EXPIRED(Source.PAYMENT),
            PAID(Source.BOOKING),
            RECEIPT_ISSUED(Source.COMPLIANCE),
            DISPATCH_CLEARED(Source.COMPLIANCE),
            ASSIGNED(Source.BOOKING),
            PICKED_UP(Source.BOOKING),
            ARRIVAL_ESTIMATED(Source.TRACKING),
            DELIVERED(Source.BOOKING),
            SHARED(Source.PAYMENT),
            RATED(Source.BOOKING),
            FAILED(Source.BOOKING),
            CANCELLED(Source.BOOKING),
            REFUNDED(Source.PAYMENT);

            private final Source source;

            What(Source source) {
                this.source = source;
            }

            Source source() {
                return source;
            }
        }
    }
}
