package rw.ishemalink.analytics.law;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentStatus;

/**
 * Histories as the suite makes them: cargo, exports and rides; unpaid, cancelled and refunded; receipts late and signed
 * locally; drivers refused before one is cleared; held and released at the border. With a planted rule, just that one is
 * broken.
 */
final class RandomHistory {

    private static final Instant BEGIN = Instant.parse("2026-11-01T04:00:00Z");
    private static final List<BookingKind> KINDS =
            List.of(BookingKind.CARGO_DOMESTIC, BookingKind.CARGO_INTERNATIONAL, BookingKind.RIDE);

    private final Random random;
    private final @Nullable LawRule planted;
    private final BookingKind kind;
    private final History history;

    private RandomHistory(Random random, @Nullable LawRule planted) {
        this.random = random;
        this.planted = planted;
        this.kind = planted == LawRule.BORDER_HOLD
                ? BookingKind.CARGO_INTERNATIONAL
                : KINDS.get(random.nextInt(KINDS.size()));
        this.history = new History(
                BookingLife.begin().kind(kind).at(BEGIN.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)))));
    }

    static History legal(Random random) {
        return new RandomHistory(random, null).play();
    }

    static History breaking(LawRule rule, Random random) {
        return new RandomHistory(random, rule).play();
    }

    private History play() {
        history.booking(BookingLife::confirmed).payment(PaymentChange.REQUESTED, PaymentStatus.PENDING);
        if (happens(10)) {
            return history.later(Duration.ofMinutes(30))
                    .payment(PaymentChange.EXPIRED, PaymentStatus.EXPIRED)
                    .booking(BookingLife::failed);
        }
        pay();
        if (happens(8)) {
            return cancel();
        }
        receipt();
        if (happens(20)) {
            history.refusedForAnotherDriver();
        }
        clear();
        history.assignedTo();
        if (happens(8)) {
            return cancel();
        }
        move();
        return history;
    }

    private void pay() {
        wait(25);
        if (planted == LawRule.PAID) {
            history.booking(BookingLife::paid);
        } else {
            history.paid();
        }
        if (happens(5)) {
            // The payer paid twice: the second success goes back, the first one stays.
            history.payment(PaymentChange.LATE, PaymentStatus.SUCCEEDED)
                    .payment(PaymentChange.REFUND_REQUESTED, PaymentStatus.SUCCEEDED)
                    .payment(PaymentChange.REFUNDED, PaymentStatus.SUCCEEDED);
        }
    }

    private History cancel() {
        wait(60);
        history.booking(BookingLife::cancelled).refunded();
        return happens(50) ? history.credited() : history;
    }

    private void receipt() {
        if (planted == LawRule.RECEIPT) {
            history.localSignature().later(Duration.ofHours(25));
        } else if (random.nextInt(100) < 30) {
            history.localSignature();
            wait(23 * 60);
            if (random.nextBoolean()) {
                history.receipt();
            }
        } else {
            history.receipt();
        }
    }

    private void clear() {
        wait(10);
        LocalDate today = history.now().atZone(ZoneId.of("Africa/Kigali")).toLocalDate();
        LocalDate validUntil = planted == LawRule.CLEARANCE_VALID ? today : today.plusDays(2 + random.nextInt(300));
        if (planted == LawRule.CLEARANCE) {
            history.clearedForAnotherDriver();
        } else {
            history.cleared(validUntil);
        }
    }

    private void move() {
        if (planted == LawRule.CLEARANCE_VALID) {
            history.later(Duration.ofDays(1));
        } else {
            wait(20 * 60);
        }
        if (planted != LawRule.PICKUP_FIRST) {
            history.booking(BookingLife::pickedUp);
        }
        if (kind == BookingKind.CARGO_INTERNATIONAL) {
            crossTheBorder();
        }
        wait(10 * 60);
        history.booking(BookingLife::delivered);
        if (random.nextBoolean()) {
            history.booking(BookingLife::rated);
        }
    }

    private void crossTheBorder() {
        wait(5 * 60);
        history.booking(BookingLife::arrivedAtBorder);
        if (planted == LawRule.BORDER_HOLD) {
            history.booking(BookingLife::held);
        } else if (random.nextInt(100) < 30) {
            history.booking(BookingLife::held);
            wait(20 * 60);
            history.booking(BookingLife::released);
        }
        wait(60);
        history.booking(BookingLife::leftBorder);
    }

    /** What ends a history early, or colours it; a planted one goes all its way. */
    private boolean happens(int percent) {
        return planted == null && random.nextInt(100) < percent;
    }

    private void wait(int upToMinutes) {
        history.later(Duration.ofMinutes(1L + random.nextInt(upToMinutes)));
    }
}
