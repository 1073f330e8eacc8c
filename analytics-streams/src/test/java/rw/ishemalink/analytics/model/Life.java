package rw.ishemalink.analytics.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.tracking.TrackingChange;

/**
 * One booking's life as chance has it, told by four topics: paid or not, cancelled, refunded, refused, delivered late,
 * rated. It begins around the end of a month, so that lives go over midnights and months.
 */
final class Life {

    /** 28 February, half past nine in the evening in Kigali. */
    private static final Instant BEGIN = Instant.parse("2026-02-28T19:30:00Z");

    private static final List<String> TENANTS = List.of("ishemalink", "ishema", "safeboda");
    private static final List<String> GOODS = List.of("irish-potatoes", "coffee", "cement");
    private static final List<String> CARGO = List.of("CARGO_DOMESTIC", "CARGO_INTERNATIONAL");
    private static final List<String> PEOPLE = List.of("RIDE", "TICKET");

    private final Random random;
    private final Truth truth;
    private final Events events;
    private final List<Told> told = new ArrayList<>();
    private Instant now;
    private @Nullable Instant succeededAt;

    private Life(Random random, Duration later) {
        this.random = random;
        this.now = BEGIN.plus(later).plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60)));
        boolean cargo = random.nextBoolean();
        long francs = cargo ? 1_180L * (1 + random.nextInt(50)) : 500L * (1 + random.nextInt(9));
        this.truth = new Truth(
                uuid(),
                any(TENANTS),
                any(cargo ? CARGO : PEOPLE),
                now,
                Spot.any(random),
                Spot.any(random),
                cargo ? any(GOODS) : null,
                cargo ? 1 + random.nextInt(20_000) : 0,
                francs,
                cargo ? francs * 18 / 118 : 0);
        this.events = new Events(truth, new UUID(1, random.nextInt(7)));
    }

    /** A life as far as chance lets it go. */
    static Life of(Random random) {
        return of(random, Duration.ZERO);
    }

    /** The same, so much later. */
    static Life of(Random random, Duration later) {
        Life life = new Life(random, later);
        life.begin();
        return life;
    }

    /** A life that goes on to its end and is then taken back, money and all. */
    static Life takenBack(Random random) {
        Life life = of(random);
        life.end(BookingChange.CANCELLED, BookingStatus.CANCELLED);
        return life;
    }

    /** How it stands in the end. */
    Truth truth() {
        return truth;
    }

    /** What was told, in the order in which it happened. */
    List<Told> told() {
        return List.copyOf(told);
    }

    private void begin() {
        booking(BookingChange.CREATED, BookingStatus.DRAFT);
        if (happens(10)) {
            return;
        }
        if (happens(20)) {
            booking(BookingChange.EDITED, BookingStatus.DRAFT);
        }
        wait(30);
        booking(BookingChange.CONFIRMED, BookingStatus.CONFIRMED);
        if (happens(90)) {
            payment();
        }
    }

    private void payment() {
        truth.provider = random.nextInt(3) == 0 ? "AIRTEL" : "MTN";
        pay(PaymentChange.REQUESTED, PaymentStatus.PENDING);
        do {
            truth.attempts++;
            pay(PaymentChange.PROMPTED, PaymentStatus.PENDING);
            wait(5);
        } while (happens(30) && attemptFails());
        if (happens(10)) {
            unpaid(PaymentChange.EXPIRED, PaymentStatus.EXPIRED, BookingChange.FAILED, BookingStatus.FAILED);
        } else if (happens(10)) {
            unpaid(PaymentChange.CANCELLED, PaymentStatus.CANCELLED, BookingChange.CANCELLED, BookingStatus.CANCELLED);
        } else if (happens(95)) {
            paid();
        }
    }

    private boolean attemptFails() {
        pay(PaymentChange.ATTEMPT_FAILED, PaymentStatus.PENDING);
        return true;
    }

    private void unpaid(PaymentChange change, PaymentStatus payment, BookingChange end, BookingStatus status) {
        truth.paymentEndedAt = now;
        pay(change, payment);
        end(end, status);
        if (happens(30)) {
            wait(60);
            succeededAt = now;
            truth.paymentEndedAt = now;
            pay(PaymentChange.LATE, PaymentStatus.REFUNDING);
            wait(60);
            pay(PaymentChange.REFUNDED, PaymentStatus.REFUNDED);
        }
    }

    private void paid() {
        succeededAt = now;
        truth.paymentEndedAt = now;
        pay(PaymentChange.SUCCEEDED, PaymentStatus.SUCCEEDED);
        wait(1);
        truth.paidAt = succeededAt;
        booking(BookingChange.PAID, BookingStatus.PAID);
        receipt();
        if (happens(12)) {
            end(BookingChange.CANCELLED, BookingStatus.CANCELLED);
        } else if (happens(90)) {
            dispatch();
        }
    }

    private void receipt() {
        wait(8);
        boolean signedLocally = happens(30);
        truth.receiptAt = now;
        truth.signedLocally = signedLocally;
        told.add(events.receipt(
                signedLocally ? ComplianceChange.RECEIPT_SIGNED_LOCALLY : ComplianceChange.RECEIPT_ISSUED, now));
        if (signedLocally && happens(70)) {
            wait(20 * 60);
            told.add(events.receipt(ComplianceChange.RECEIPT_ISSUED, now));
        }
        booking(BookingChange.RECEIPT_RECORDED, truth.status);
    }

    private void dispatch() {
        while (happens(25)) {
            wait(30);
            truth.dispatchesRefused++;
            told.add(events.dispatch(false, uuid(), now));
            booking(BookingChange.ASSIGNMENT_REFUSED, truth.status);
        }
        assign();
        if (happens(15)) {
            assign();
        }
        if (happens(10)) {
            end(BookingChange.CANCELLED, BookingStatus.CANCELLED);
        } else if (happens(90)) {
            move();
        }
    }

    private void assign() {
        wait(60);
        UUID driver = new UUID(2, random.nextInt(4));
        // Now and then the law is broken.
        if (happens(93)) {
            told.add(events.dispatch(true, driver, now));
        }
        truth.driverId = driver;
        truth.operatorId = happens(60) ? new UUID(3, random.nextInt(2)) : null;
        booking(BookingChange.ASSIGNED, BookingStatus.ASSIGNED);
    }

    private void move() {
        wait(10 * 60);
        // Without network: the phone recorded it earlier than it could tell.
        truth.pickedUpAt = now.minus(Duration.ofMinutes(random.nextInt(20)));
        booking(BookingChange.PICKED_UP, BookingStatus.IN_TRANSIT);
        told.add(events.tracking(TrackingChange.TRIP_STARTED, now, null));
        while (happens(50)) {
            estimate();
        }
        if (truth.kind.equals("CARGO_INTERNATIONAL")) {
            wait(8 * 60);
            booking(BookingChange.ARRIVED_AT_BORDER, BookingStatus.AT_BORDER);
            wait(3 * 60);
            booking(BookingChange.LEFT_BORDER, BookingStatus.IN_TRANSIT);
        }
        if (happens(90)) {
            deliver();
        }
    }

    private void estimate() {
        wait(60);
        Instant arrivalAt = now.plus(Duration.ofMinutes(random.nextInt(12 * 60)));
        if (truth.promisedAt == null) {
            truth.promisedAt = arrivalAt;
        }
        told.add(events.tracking(TrackingChange.ARRIVAL_ESTIMATED, now, arrivalAt));
    }

    private void deliver() {
        wait(12 * 60);
        truth.deliveredAt = now;
        booking(BookingChange.DELIVERED, BookingStatus.DELIVERED);
        told.add(events.tracking(TrackingChange.TRIP_ENDED, now, null));
        if (happens(80)) {
            truth.commissionFrancs = truth.grossFrancs / 10;
            pay(PaymentChange.SHARED, PaymentStatus.SUCCEEDED);
        }
        if (happens(60)) {
            wait(24 * 60);
            truth.stars = 1 + random.nextInt(5);
            booking(BookingChange.RATED, BookingStatus.DELIVERED);
        }
        if (happens(10)) {
            giveBack();
        }
    }

    private void end(BookingChange change, BookingStatus status) {
        wait(60);
        if (!truth.isCalledOff()) {
            truth.endedAt = now;
        }
        booking(change, status);
        if (truth.payment == PaymentStatus.SUCCEEDED) {
            giveBack();
        }
    }

    private void giveBack() {
        if (truth.commissionFrancs != null) {
            truth.commissionFrancs = null;
            pay(PaymentChange.SHARE_TAKEN_BACK, PaymentStatus.SUCCEEDED);
        }
        wait(10);
        pay(PaymentChange.REFUND_REQUESTED, PaymentStatus.REFUNDING);
        if (happens(70)) {
            wait(10);
            pay(PaymentChange.REFUNDED, PaymentStatus.REFUNDED);
            told.add(events.receipt(ComplianceChange.RECEIPT_CREDITED, now));
        }
    }

    private void booking(BookingChange change, BookingStatus status) {
        truth.status = status;
        told.add(events.booking(change, now));
        wait(1);
    }

    private void pay(PaymentChange change, PaymentStatus status) {
        truth.payment = status;
        told.add(events.payment(change, now, succeededAt));
        wait(1);
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private void wait(int upToMinutes) {
        now = now.plusSeconds(1L + random.nextInt(upToMinutes * 60));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
