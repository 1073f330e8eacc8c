package rw.ishemalink.analytics.cube;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.Papers;
import rw.ishemalink.analytics.facts.PaymentFacts;
import rw.ishemalink.analytics.facts.Trip;
import rw.ishemalink.schemas.analytics.BrokenRule;
import rw.ishemalink.schemas.booking.BookingStatus;

/** What a booking adds, as it stands: its money while we keep it, its delivery, its end, its papers. Pure. */
final class Moments {

    /**
     * Law 020/2023 on tax procedures (docs/receipts.md; electronic invoicing is its article 18, as Digital
     * Policy Alert reports, not read in the gazette) wants a receipt with
     * each sale and names no minutes. Payment, device and topics take seconds: what takes five minutes was not given with
     * the sale, nor was what we signed ourselves by then. Whether ours was replaced within its 24 hours is for the checker
     * of the law to say, see {@link Measure#VIOLATIONS}.
     */
    private static final Duration WITH_THE_SALE = Duration.ofMinutes(5);

    private Moments() {}

    /** All that the booking adds, each when it counts. */
    static List<Moment> of(Facts facts) {
        List<Moment> moments = new ArrayList<>();
        Booked booked = facts.booked();
        if (booked != null) {
            ofBooking(booked, facts, moments);
        }
        PaymentFacts payment = facts.payment();
        if (payment != null) {
            add(moments, payment.endedAt(), payment(payment));
        }
        for (BrokenRule broken : facts.violations()) {
            add(moments, broken.getHappenedAt(), new Adding().one(Measure.VIOLATIONS));
        }
        return moments;
    }

    private static void ofBooking(Booked booked, Facts facts, List<Moment> moments) {
        Papers papers = facts.papers();
        add(moments, booked.createdAt(), created(papers));
        if (facts.earns()) {
            add(moments, booked.paidAt(), money(booked, facts.payment()));
        }
        if (booked.status() == BookingStatus.DELIVERED) {
            add(moments, booked.deliveredAt(), delivery(booked, facts.trip()));
        }
        if (isCalledOff(booked.status())) {
            add(moments, booked.endedAt(), new Adding().one(Measure.CALLED_OFF));
        }
        if (papers != null && papers.receiptAt() != null) {
            add(moments, papers.receiptAt(), receipt(papers, papers.receiptAt(), booked.paidAt()));
        }
    }

    private static void add(List<Moment> moments, @Nullable Instant at, Adding adding) {
        if (at != null) {
            moments.add(new Moment(at, adding.sums()));
        }
    }

    private static Adding created(@Nullable Papers papers) {
        return new Adding()
                .one(Measure.CREATED)
                .add(Measure.DISPATCHES_REFUSED, papers == null ? 0 : papers.dispatchesRefused());
    }

    private static Adding money(Booked booked, @Nullable PaymentFacts payment) {
        Long commission = payment == null ? null : payment.commissionFrancs();
        return new Adding()
                .one(Measure.BOOKINGS)
                .add(Measure.GROSS, booked.grossFrancs())
                .add(Measure.VAT, booked.vatFrancs())
                .add(Measure.COMMISSION, commission == null ? 0 : commission);
    }

    private static Adding delivery(Booked booked, @Nullable Trip trip) {
        Instant promised = trip == null ? null : trip.promisedAt();
        Instant delivered = booked.deliveredAt();
        Integer stars = booked.stars();
        Adding adding = new Adding()
                .one(Measure.DELIVERED)
                .add(Measure.WEIGHT_KG, booked.weightKg())
                .oneIf(promised != null, Measure.PROMISED)
                .oneIf(promised != null && delivered != null && !delivered.isAfter(promised), Measure.ON_TIME)
                .oneIf(stars != null, Measure.RATED)
                .add(Measure.STARS, stars == null ? 0 : stars);
        return withTransit(adding, booked.pickedUpAt(), delivered);
    }

    /** A phone's clock may say that it was picked up after it was delivered: nobody knows how long that took. */
    private static Adding withTransit(Adding adding, @Nullable Instant pickedUp, @Nullable Instant delivered) {
        if (pickedUp == null || delivered == null || pickedUp.isAfter(delivered)) {
            return adding;
        }
        Duration taken = Duration.between(pickedUp, delivered);
        return adding.add(Measure.TRANSIT_SECONDS, taken.toSeconds()).took(Durations.of(taken));
    }

    private static Adding receipt(Papers papers, Instant receiptAt, @Nullable Instant paidAt) {
        return new Adding()
                .one(Measure.RECEIPTS)
                .oneIf(paidAt != null && receiptAt.isAfter(paidAt.plus(WITH_THE_SALE)), Measure.RECEIPTS_LATE)
                .oneIf(papers.signedLocally(), Measure.RECEIPTS_SIGNED_LOCALLY);
    }

    private static Adding payment(PaymentFacts payment) {
        Adding adding = new Adding().add(Measure.PAYMENT_ATTEMPTS, payment.attempts());
        return switch (payment.status()) {
            // Money that went back had come.
            case SUCCEEDED, REFUNDING, REFUNDED -> adding.one(Measure.PAYMENTS_SUCCEEDED);
            case EXPIRED, CANCELLED -> adding.one(Measure.PAYMENTS_FAILED);
            case PENDING, UNKNOWN -> new Adding();
        };
    }

    private static boolean isCalledOff(BookingStatus status) {
        return switch (status) {
            case FAILED, CANCELLED -> true;
            case UNKNOWN, DRAFT, CONFIRMED, PAID, ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> false;
        };
    }
}
