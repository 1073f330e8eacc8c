package rw.ishemalink.payment.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.MovementRules;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.PollSchedule;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Resolution;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.payouts.store.PayoutStore;

/** Records what a provider answered, and books it. Decided on the locked row as it is now, not as it was when it was asked. */
@ApplicationScoped
public class PayoutOutcomes {

    private static final Logger LOG = Logger.getLogger(PayoutOutcomes.class);

    /** Providers decide a transfer within seconds. One that still is not after so many questions is asked about less often. */
    private static final int PATIENT_AFTER_TRIES = 20;

    private final PayoutStore payouts;
    private final Ledger ledger;
    private final PollSchedule schedule;

    public PayoutOutcomes(PayoutStore payouts, Ledger ledger, PaymentConfig config) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.schedule = PollSchedule.of(config);
    }

    void record(Handle sql, PayoutClaim claim, Answer answer) {
        PartyPayout payout = payouts.getLocked(sql, claim.reference());
        MovementState before =
                MovementRules.certain(claim.payout().state(), claim.payout().tries(), payout.state(), payout.tries());
        MovementState after = MovementRules.after(before, answer, false);
        payouts.record(sql, payout, after, pause(payout, after));
        book(sql, payout, before, after);
    }

    private void book(Handle sql, PartyPayout payout, MovementState before, MovementState after) {
        String tenant = payout.account().tenant();
        switch (PayoutRules.booking(before, after)) {
            case NOTHING -> {}
            case POST -> done(ledger.postReserved(sql, tenant, payout.reservation()), payout);
            case VOID -> {
                LOG.warnf("payout %s was refused: %s", payout.reference(), after);
                done(ledger.voidReserved(sql, tenant, payout.reservation()), payout);
            }
            case ANEW -> {
                LOG.errorf("payout %s went out after it was refused; it is booked all the same", payout.reference());
                ledger.post(sql, tenant, Subject.payout(payout.reference()), Booked.transfer(payout));
            }
        }
    }

    private static void done(Resolution resolution, PartyPayout payout) {
        if (resolution != Resolution.DONE) {
            throw new IllegalStateException("the reservation of payout " + payout.reference() + " was resolved before");
        }
    }

    private Optional<Duration> pause(PartyPayout payout, MovementState after) {
        return schedule.next(
                payout.wallet().provider(),
                payout.state(),
                after,
                payout.tries(),
                payout.tries() > PATIENT_AFTER_TRIES,
                ThreadLocalRandom.current().nextDouble());
    }
}
