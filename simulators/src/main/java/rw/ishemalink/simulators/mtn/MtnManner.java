package rw.ishemalink.simulators.mtn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import rw.ishemalink.simulators.faults.FaultOrder;
import rw.ishemalink.simulators.money.Manner;
import rw.ishemalink.simulators.money.Plan;
import rw.ishemalink.simulators.money.Report;
import rw.ishemalink.simulators.money.Transaction;

/** MTN's numbers, test numbers, and unsigned callbacks in the shape of the status. */
record MtnManner(MtnConfig config, ObjectMapper json) implements Manner {

    @Override
    public Optional<Plan> findTestPayer(String msisdn) {
        return MagicNumbers.findForPayer(msisdn, config.approvalDelay(), config.payerWindow());
    }

    @Override
    public Optional<Plan> findTestPayee(String msisdn) {
        return MagicNumbers.findForPayee(msisdn, config.approvalDelay());
    }

    @Override
    public String transactionId(Transaction transaction) {
        return Long.toString(transaction.number());
    }

    @Override
    public String statementReference(Transaction transaction) {
        return transaction.reference();
    }

    @Override
    public String configuredMerchant() {
        return config.apiUser();
    }

    @Override
    public String method(FaultOrder order) {
        return order.callbackMethod().name();
    }

    /** Nothing tells a forged one from MTN's own. */
    @Override
    public String body(Report report, FaultOrder order) {
        try {
            return json.writeValueAsString(StatusBody.of(report.transaction(), report.verdict(), order.reasonShape()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a status body cannot be written", impossible);
        }
    }
}
