package rw.ishemalink.payment.payees;

import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.payees.store.PayeeStore;

/** Keeps who can be paid and where. */
@ApplicationScoped
public class Payees {

    private final UnitOfWork unitOfWork;
    private final PayeeStore payees;
    private final PaymentConfig config;

    Payees(UnitOfWork unitOfWork, PayeeStore payees, PaymentConfig config) {
        this.unitOfWork = unitOfWork;
        this.payees = payees;
        this.config = config;
    }

    /** The fleet told of a driver; what is older than what is known changes nothing. */
    public void heard(Handle sql, DriverNews news) {
        Msisdn phone = news.phone();
        if (payees.keepDriver(sql, news) && phone != null) {
            Wallet wallet = Wallet.of(phone, config.usualProvider());
            payees.addWallet(sql, driver(news.tenant(), news.driverId()), wallet, null);
        }
        UUID operatorId = news.operatorId();
        if (operatorId != null) {
            payees.keepOperator(sql, news.tenant(), operatorId);
        }
    }

    /**
     * Gives an operator of the caller's tenant a wallet; the one that it has changes nothing.
     *
     * @param provider without it the one whose numbers begin like the phone's
     * @throws ProblemException 404 when no driver of the tenant was ever of that operator's fleet
     */
    public Payee register(Caller caller, UUID operatorId, Msisdn phone, Optional<Provider> provider) {
        AccountKey account = operator(caller.tenant(), operatorId);
        Wallet usual = Wallet.of(phone, config.usualProvider());
        Wallet wallet = new Wallet(provider.orElse(usual.provider()), phone);
        return unitOfWork.call(tx -> {
            if (!payees.lockOperator(tx.sql(), caller.tenant(), operatorId)) {
                throw notFound("no-payee");
            }
            payees.addWallet(tx.sql(), account, wallet, caller.personId());
            return payees.find(tx.sql(), account).orElseThrow();
        });
    }

    /** The operator or driver of that id, if the caller may know of it. */
    public Optional<Payee> find(Caller caller, UUID party) {
        return unitOfWork.read(sql -> payees.find(sql, operator(caller.tenant(), party))
                .or(() -> payees.find(sql, driver(caller.tenant(), party)))
                .filter(payee -> PayeeAccess.mayRead(caller, payee.account())));
    }

    private static AccountKey driver(String tenant, UUID driverId) {
        return new AccountKey(tenant, Account.DRIVER_PAYABLE, driverId);
    }

    private static AccountKey operator(String tenant, UUID operatorId) {
        return new AccountKey(tenant, Account.OPERATOR_PAYABLE, operatorId);
    }
}
