package rw.ishemalink.analytics.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.Findings;
import rw.ishemalink.analytics.facts.Papers;
import rw.ishemalink.analytics.facts.PaymentFacts;
import rw.ishemalink.analytics.facts.Place;
import rw.ishemalink.analytics.facts.Trip;
import rw.ishemalink.schemas.analytics.BrokenRule;

/** The facts of a booking whose topics have all told everything. */
final class Knowing {

    private static final int HEXADECIMAL = 16;

    private Knowing() {}

    static Facts all(Truth truth) {
        return new Facts(
                truth.bookingId,
                truth.tenant,
                booked(truth),
                payment(truth),
                new Papers(1, truth.receiptAt, truth.signedLocally, truth.dispatchesRefused),
                new Trip(1, truth.promisedAt),
                new Findings(
                        truth.violations.size(),
                        truth.violations.stream()
                                .map(at -> new BrokenRule("LAW-RECEIPT", "ASSIGNED", 1L, at))
                                .toList()),
                List.of());
    }

    static Booked booked(Truth truth) {
        return new Booked(
                1,
                truth.kind,
                truth.status,
                new Place(truth.origin.country(), truth.origin.district()),
                number(truth.origin.cell()),
                new Place(truth.destination.country(), truth.destination.district()),
                number(truth.destination.cell()),
                truth.commodity,
                truth.weightKg,
                truth.grossFrancs,
                truth.vatFrancs,
                truth.driverId,
                truth.operatorId,
                "somebody",
                truth.createdAt,
                truth.paidAt,
                null,
                truth.pickedUpAt,
                truth.deliveredAt,
                truth.endedAt,
                truth.stars);
    }

    static @Nullable PaymentFacts payment(Truth truth) {
        return truth.provider == null || truth.payment == null
                ? null
                : new PaymentFacts(
                        1, truth.provider, truth.payment, truth.attempts, truth.paymentEndedAt, truth.commissionFrancs);
    }

    private static @Nullable Long number(@Nullable String cell) {
        return cell == null ? null : Long.parseUnsignedLong(cell, HEXADECIMAL);
    }
}
