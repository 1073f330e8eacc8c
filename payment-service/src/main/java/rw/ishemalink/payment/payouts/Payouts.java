package rw.ishemalink.payment.payouts;

import static rw.ishemalink.payment.payouts.Refusal.MORE_THAN_OWED;
import static rw.ishemalink.payment.payouts.Refusal.NO_WALLET;
import static rw.ishemalink.payment.payouts.Refusal.SUSPENDED;
import static rw.ishemalink.payment.payouts.Refusal.WALLET_RESTS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.config.PayoutConfig;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.payees.Payee;
import rw.ishemalink.payment.payees.Standing;
import rw.ishemalink.payment.payees.store.PayeeStore;
import rw.ishemalink.payment.payouts.PayoutRules.Amount;
import rw.ishemalink.payment.payouts.PayoutRules.Limits;
import rw.ishemalink.payment.payouts.store.PayoutStore;

/** Orders payouts: the money is set aside and the payout recorded in one transaction, before anybody is asked. */
@ApplicationScoped
public class Payouts {

    /** What came of a wish to be paid. */
    public sealed interface Outcome {

        /** It is on its way. */
        record Ordered(PartyPayout payout) implements Outcome {}

        /**
         * It is not.
         *
         * @param limitRwf what stands against it, whole francs, where that is an amount
         * @param until when it may be tried again, where that is known
         */
        record Refused(Refusal why, long limitRwf, Optional<Instant> until) implements Outcome {}
    }

    private final PayoutStore payouts;
    private final PayeeStore payees;
    private final Ledger ledger;
    private final Limits limits;

    public Payouts(PayoutStore payouts, PayeeStore payees, Ledger ledger, PayoutConfig config) {
        this.payouts = payouts;
        this.payees = payees;
        this.ledger = ledger;
        this.limits = new Limits(config.minimumRwf(), config.dailyMaximumRwf());
    }

    /** Makes other payouts of that account wait until the transaction ends. */
    public void lock(Handle sql, AccountKey account) {
        ledger.lock(sql, account);
    }

    /**
     * Pays the party of that account what is wished for.
     *
     * @param atMostRwf of what is owed, only so much counts
     */
    public Outcome order(Handle sql, AccountKey account, long atMostRwf, Origin origin) {
        lock(sql, account);
        Standing standing = payees.find(sql, account).map(Payee::standing).orElseGet(Standing.WithoutWallet::new);
        return switch (standing) {
            case Standing.Payable(Wallet wallet) -> order(sql, account, wallet, atMostRwf, origin);
            case Standing.Suspended _ -> new Outcome.Refused(SUSPENDED, 0, Optional.empty());
            case Standing.WithoutWallet _ -> new Outcome.Refused(NO_WALLET, 0, Optional.empty());
            case Standing.Resting(Instant until) -> new Outcome.Refused(WALLET_RESTS, 0, Optional.of(until));
        };
    }

    private Outcome order(Handle sql, AccountKey account, Wallet wallet, long atMostRwf, Origin origin) {
        long availableRwf = atMostRwf <= 0
                ? 0
                : Math.min(atMostRwf, ledger.counters(sql, account).availableRwf());
        Long askedRwf = origin.askedRwf();
        OptionalLong wish = askedRwf == null ? OptionalLong.empty() : OptionalLong.of(askedRwf);
        return switch (PayoutRules.amount(wish, availableRwf, payouts.sumOfToday(sql, account), limits)) {
            case Amount.Refused(Refusal why, long limitRwf) -> new Outcome.Refused(why, limitRwf, Optional.empty());
            case Amount.Pays(long amountRwf) ->
                reserved(sql, account, wallet, amountRwf, origin)
                        .<Outcome>map(Outcome.Ordered::new)
                        .orElseGet(() -> lessOwed(sql, account));
        };
    }

    /** Providers want a version 4 UUID. */
    private Optional<PartyPayout> reserved(
            Handle sql, AccountKey account, Wallet wallet, long amountRwf, Origin origin) {
        UUID reference = UUID.randomUUID();
        return ledger.reserve(
                        sql,
                        account.tenant(),
                        Subject.payout(reference),
                        Booked.transfer(reference, account, wallet.provider(), amountRwf))
                .map(reservation -> payouts.insert(sql, reference, account, wallet, amountRwf, reservation, origin));
    }

    /** The lock keeps other payouts out, but not a share that is taken back meanwhile. */
    private Outcome lessOwed(Handle sql, AccountKey account) {
        long availableRwf = ledger.counters(sql, account).availableRwf();
        return new Outcome.Refused(MORE_THAN_OWED, Math.max(0, availableRwf), Optional.empty());
    }
}
