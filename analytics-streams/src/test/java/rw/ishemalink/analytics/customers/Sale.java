package rw.ishemalink.analytics.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.Findings;
import rw.ishemalink.analytics.facts.PaymentFacts;
import rw.ishemalink.analytics.facts.Place;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** A booking's facts, as far as customers are concerned. */
record Sale(
        UUID bookingId,
        String tenant,
        @Nullable String customer,
        String kind,
        Instant paidAt,
        BookingStatus status,
        PaymentStatus payment,
        long francs,
        String district,
        @Nullable String commodity) {

    static Sale of(String customer, Instant paidAt) {
        return new Sale(
                UUID.randomUUID(),
                "ishemalink",
                customer,
                "CARGO_DOMESTIC",
                paidAt,
                BookingStatus.PAID,
                PaymentStatus.SUCCEEDED,
                1_000,
                "25",
                "maize");
    }

    Sale now(BookingStatus other) {
        return new Sale(bookingId, tenant, customer, kind, paidAt, other, payment, francs, district, commodity);
    }

    Sale now(PaymentStatus other) {
        return new Sale(bookingId, tenant, customer, kind, paidAt, status, other, francs, district, commodity);
    }

    Sale of(@Nullable String other) {
        return new Sale(bookingId, tenant, other, kind, paidAt, status, payment, francs, district, commodity);
    }

    Facts facts() {
        return new Facts(bookingId, tenant, booked(), paid(), null, null, Findings.NONE, List.of());
    }

    private PaymentFacts paid() {
        return new PaymentFacts(1, "MTN", payment, 1, paidAt, null);
    }

    private Booked booked() {
        return new Booked(
                1,
                kind,
                status,
                new Place("RW", district),
                null,
                new Place("UG", null),
                null,
                commodity,
                commodity == null ? 0 : 500,
                francs,
                francs / 10,
                null,
                null,
                customer,
                paidAt,
                paidAt,
                null,
                null,
                status == BookingStatus.DELIVERED ? paidAt.plusSeconds(90_000) : null,
                null,
                null);
    }
}
