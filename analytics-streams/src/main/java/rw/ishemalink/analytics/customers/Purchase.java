package rw.ishemalink.analytics.customers;

import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;

/**
 * What a customer paid for, as it stands. There is none before it is paid, and none once it is called off or the money
 * went back.
 *
 * @param kind CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET
 * @param grossFrancs VAT included
 * @param weightKg what was delivered; 0 until then and for people
 * @param origin a district, e.g. RW-25, or a country
 * @param destination likewise
 * @param commodity the catalogue's name; "" for people
 */
record Purchase(
        String kind,
        Instant paidAt,
        long grossFrancs,
        boolean delivered,
        long weightKg,
        String origin,
        String destination,
        String commodity) {

    /** What the booking's customer paid for, if it was anything. */
    static Optional<Purchase> find(Facts facts) {
        Booked booked = facts.booked();
        return booked == null || booked.paidAt() == null || !facts.earns()
                ? Optional.empty()
                : Optional.of(of(booked, booked.paidAt()));
    }

    private static Purchase of(Booked booked, Instant paidAt) {
        boolean delivered = booked.isDelivered();
        return new Purchase(
                booked.kind(),
                paidAt,
                booked.grossFrancs(),
                delivered,
                delivered ? booked.weightKg() : 0,
                booked.origin().code(),
                booked.destination().code(),
                booked.commodity() == null ? "" : booked.commodity());
    }
}
