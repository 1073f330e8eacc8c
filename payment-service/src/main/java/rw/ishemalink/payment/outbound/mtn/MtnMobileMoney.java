package rw.ishemalink.payment.outbound.mtn;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.MtnConfig;

/** MTN MoMo: requesttopay of the collection product, refund and transfer of the disbursement product. */
final class MtnMobileMoney implements MobileMoney {

    private static final String REQUEST_TO_PAY = "/v1_0/requesttopay";
    private static final String REFUND = "/v1_0/refund";
    private static final String TRANSFER = "/v1_0/transfer";
    private static final String SANDBOX = "sandbox";
    private static final String FRANCS = "RWF";

    private final MtnConfig config;
    private final MtnHttp http;

    MtnMobileMoney(MtnConfig config, MtnHttp http) {
        this.config = config;
        this.http = http;
    }

    @Override
    public Provider provider() {
        return Provider.MTN;
    }

    @Override
    public Answer collect(UUID reference, Msisdn payer, Terms terms) {
        if (wrongCurrency(terms.amount().currency())) {
            return new Answer.Failed("INVALID_CURRENCY");
        }
        return Answers.toOrder(http.post(
                Product.COLLECTION, REQUEST_TO_PAY, reference, Orders.requestToPay(payer, terms, config.currency())));
    }

    @Override
    public Answer askCollection(UUID reference) {
        return Answers.toQuestion(reference, http.get(Product.COLLECTION, REQUEST_TO_PAY + "/" + reference));
    }

    @Override
    public Answer refund(UUID reference, Charge charge, Terms terms) {
        return Answers.toOrder(http.post(
                Product.DISBURSEMENT, REFUND, reference, Orders.refund(terms, config.currency(), charge.reference())));
    }

    @Override
    public Answer askRefund(UUID reference, Charge charge) {
        return Answers.toQuestion(reference, http.get(Product.DISBURSEMENT, REFUND + "/" + reference));
    }

    @Override
    public Answer transfer(UUID reference, Payout order) {
        if (wrongCurrency(FRANCS)) {
            return new Answer.Failed("INVALID_CURRENCY");
        }
        return Answers.toOrder(http.post(
                Product.DISBURSEMENT, TRANSFER, reference, Orders.transfer(reference, order, config.currency())));
    }

    @Override
    public Answer askTransfer(UUID reference) {
        return Answers.toQuestion(reference, http.get(Product.DISBURSEMENT, TRANSFER + "/" + reference));
    }

    @Override
    public List<StatementLine> statement(LocalDate day) {
        return http.statement(day);
    }

    /** The sandbox plays with euros; anywhere else, five thousand francs are not five thousand of something else. */
    private boolean wrongCurrency(String currency) {
        return !config.targetEnvironment().equals(SANDBOX) && !currency.equals(config.currency());
    }
}
