package rw.ishemalink.payment.payouts;

import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.PaymentTimer;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.payees.PayeeAccess;
import rw.ishemalink.payment.payouts.Payouts.Outcome;
import rw.ishemalink.payment.payouts.store.PayoutStore;
import rw.ishemalink.payment.payouts.store.PayoutStore.Wanted;

/** What people can do with payouts. */
@ApplicationScoped
public class PayoutDesk {

    /**
     * The answer to a wish to be paid.
     *
     * @param repeated whether it was asked for before under that syncId
     */
    public record Asked(PartyPayout payout, boolean repeated) {}

    private final UnitOfWork unitOfWork;
    private final Payouts payouts;
    private final PayoutStore store;
    private final PaymentTimer timer;

    PayoutDesk(UnitOfWork unitOfWork, Payouts payouts, PayoutStore store, PaymentTimer timer) {
        this.unitOfWork = unitOfWork;
        this.payouts = payouts;
        this.store = store;
        this.timer = timer;
    }

    /**
     * Pays the caller out.
     *
     * @param amountRwf whole francs; null: all that is owed, as far as the day's maximum allows
     * @throws ProblemException 403 when the caller is nobody who is paid; 409 when it cannot be paid, or when the syncId was
     *     used for another wish
     */
    public Asked ask(Caller caller, UUID syncId, @Nullable Long amountRwf) {
        AccountKey account = PayeeAccess.findOwn(caller).orElseThrow(() -> forbidden("nobody-to-pay"));
        Asked asked = unitOfWork.call(tx -> ask(tx, account, Origin.request(caller.personId(), syncId, amountRwf)));
        timer.wake();
        return asked;
    }

    /** The second of two with one syncId waits for the first, and finds it. */
    private Asked ask(Tx tx, AccountKey account, Origin origin) {
        payouts.lock(tx.sql(), account);
        return store.findBySyncId(tx.sql(), account.tenant(), origin)
                .map(before -> new Asked(same(before, origin), true))
                .orElseGet(() -> new Asked(ordered(payouts.order(tx.sql(), account, Long.MAX_VALUE, origin)), false));
    }

    private static PartyPayout same(PartyPayout before, Origin origin) {
        if (!Objects.equals(before.origin().askedRwf(), origin.askedRwf())) {
            throw conflict("sync-id-reused");
        }
        return before;
    }

    private static PartyPayout ordered(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ordered(PartyPayout payout) -> payout;
            case Outcome.Refused refused -> throw problem(refused);
        };
    }

    private static ProblemException problem(Outcome.Refused refused) {
        return switch (refused.why()) {
            case NOTHING_OWED -> conflict("nothing-owed");
            case MORE_THAN_OWED -> conflict("more-than-owed", refused.limitRwf());
            case BELOW_MINIMUM -> conflict("payout-too-small", refused.limitRwf());
            case OVER_DAILY_MAXIMUM -> conflict("payout-too-large-today", refused.limitRwf());
            case NO_WALLET -> conflict("no-wallet");
            case WALLET_RESTS ->
                conflict("wallet-rests", refused.until().map(Object::toString).orElse("–"));
            case SUSPENDED -> conflict("payee-suspended");
        };
    }

    /** Payouts that the caller may know of, newest first. */
    public List<PartyPayout> list(Caller caller, Wanted wanted) {
        return unitOfWork.read(sql -> PayeeAccess.seesAll(caller)
                ? store.list(sql, caller.tenant(), wanted)
                : store.listOwn(
                        sql,
                        caller.tenant(),
                        PayeeAccess.findDriver(caller),
                        PayeeAccess.findOperator(caller),
                        wanted));
    }

    /** The payout of that reference, if the caller may know of it. */
    public Optional<PartyPayout> find(Caller caller, UUID reference) {
        return unitOfWork
                .read(sql -> store.find(sql, reference))
                .filter(payout -> PayeeAccess.mayRead(caller, payout.account()));
    }
}
