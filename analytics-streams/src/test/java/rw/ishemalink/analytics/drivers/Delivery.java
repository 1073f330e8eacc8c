package rw.ishemalink.analytics.drivers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.FactsChanged;
import rw.ishemalink.analytics.facts.Findings;
import rw.ishemalink.analytics.facts.Place;
import rw.ishemalink.analytics.facts.Trip;
import rw.ishemalink.schemas.booking.BookingStatus;

/** A booking that a driver delivered, and what then changes: told as facts. */
record Delivery(
        UUID bookingId,
        String tenant,
        UUID driver,
        @Nullable UUID operator,
        String district,
        Instant at,
        long francs,
        @Nullable Integer stars,
        @Nullable Instant promisedAt,
        BookingStatus status) {

    static final long WEIGHT_KG = 500;

    /** 500 kg from Huye for 11,800 francs, at noon on 10 March 2026 in Kigali. */
    static Delivery by(UUID driver) {
        return new Delivery(
                UUID.randomUUID(),
                "ishemalink",
                driver,
                null,
                "25",
                Instant.parse("2026-03-10T10:00:00Z"),
                11_800,
                null,
                null,
                BookingStatus.DELIVERED);
    }

    Delivery of(String other) {
        return new Delivery(bookingId, other, driver, operator, district, at, francs, stars, promisedAt, status);
    }

    Delivery insteadBy(UUID other) {
        return new Delivery(bookingId, tenant, other, operator, district, at, francs, stars, promisedAt, status);
    }

    Delivery drivenFor(UUID fleet) {
        return new Delivery(bookingId, tenant, driver, fleet, district, at, francs, stars, promisedAt, status);
    }

    Delivery from(String origin) {
        return new Delivery(bookingId, tenant, driver, operator, origin, at, francs, stars, promisedAt, status);
    }

    Delivery at(Instant other) {
        return new Delivery(bookingId, tenant, driver, operator, district, other, francs, stars, promisedAt, status);
    }

    Delivery costing(long price) {
        return new Delivery(bookingId, tenant, driver, operator, district, at, price, stars, promisedAt, status);
    }

    Delivery rated(int given) {
        return new Delivery(bookingId, tenant, driver, operator, district, at, francs, given, promisedAt, status);
    }

    Delivery promisedFor(Instant promise) {
        return new Delivery(bookingId, tenant, driver, operator, district, at, francs, stars, promise, status);
    }

    Delivery cancelled() {
        return new Delivery(
                bookingId, tenant, driver, operator, district, at, francs, stars, promisedAt, BookingStatus.CANCELLED);
    }

    /** Of which nothing was known before. */
    FactsChanged told() {
        return FactsChanged.of(Facts.none(bookingId, tenant), facts(), true);
    }

    FactsChanged insteadOf(Delivery before) {
        return FactsChanged.of(before.facts(), facts(), true);
    }

    Facts facts() {
        return new Facts(bookingId, tenant, booked(), null, null, new Trip(1, promisedAt), Findings.NONE, List.of());
    }

    private Booked booked() {
        return new Booked(
                1,
                "CARGO_DOMESTIC",
                status,
                new Place("RW", district),
                null,
                new Place("RW", "11"),
                null,
                "irish-potatoes",
                WEIGHT_KG,
                francs,
                0,
                driver,
                operator,
                null,
                at.minusSeconds(7_200),
                at.minusSeconds(7_000),
                at.minusSeconds(6_000),
                at.minusSeconds(3_600),
                at,
                status == BookingStatus.CANCELLED ? at : null,
                stars);
    }
}
