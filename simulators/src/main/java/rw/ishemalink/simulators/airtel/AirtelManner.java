package rw.ishemalink.simulators.airtel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import java.util.Optional;
import rw.ishemalink.simulators.airtel.PortalSettings.CallbackAuthentication;
import rw.ishemalink.simulators.faults.FaultOrder;
import rw.ishemalink.simulators.money.Manner;
import rw.ishemalink.simulators.money.Plan;
import rw.ishemalink.simulators.money.Report;
import rw.ishemalink.simulators.money.Status;
import rw.ishemalink.simulators.money.Transaction;

/** Airtel's numbers, test numbers, and callbacks, posted and hashed. */
record AirtelManner(AirtelConfig config, Portal portal, ObjectMapper json) implements Manner {

    private static final String WRONG_KEY = "whoever forges has not the key";

    @Override
    public Optional<Plan> findTestPayer(String msisdn) {
        return TestNumbers.findForPayer(msisdn, config.approvalDelay(), config.payerWindow());
    }

    @Override
    public Optional<Plan> findTestPayee(String msisdn) {
        return TestNumbers.findForPayee(msisdn, config.approvalDelay());
    }

    @Override
    public String transactionId(Transaction transaction) {
        return "MP" + transaction.number();
    }

    /** Airtel's refund has no name of its own. */
    @Override
    public String statementReference(Transaction transaction) {
        return Objects.requireNonNullElse(transaction.refundOf(), transaction.reference());
    }

    @Override
    public String configuredMerchant() {
        return config.clientId();
    }

    @Override
    public String method(FaultOrder order) {
        return "POST";
    }

    @Override
    public String body(Report report, FaultOrder order) {
        boolean paid = report.verdict().status() == Status.SUCCESSFUL;
        Transaction transaction = report.transaction();
        CallbackBody body = new CallbackBody(
                json,
                transaction.reference(),
                paid ? "Paid " + transaction.terms().externalId() : "Transaction failed",
                paid ? "TS" : "TF",
                paid ? transactionId(transaction) : "");
        CallbackAuthentication authentication =
                Objects.requireNonNullElse(portal.settings().callbackAuthentication(), CallbackAuthentication.OFF);
        return body.signed(authentication, report.forged() ? WRONG_KEY : config.callbackKey());
    }
}
