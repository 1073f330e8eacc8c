package rw.ishemalink.payment.outbound.mtn;

import java.util.UUID;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.MtnConfig;

/** MTN MoMo: requesttopay of the collection product, refund of the disbursement product. */
final class MtnMobileMoney implements MobileMoney {

    private static final String REQUEST_TO_PAY = "/v1_0/requesttopay";
    private static final String REFUND = "/v1_0/refund";
    private static final String SANDBOX = "sandbox";

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
    public Answer collect(UUID reference, Terms terms) {
        if (wrongCurrency(terms)) {
            return new Answer.Failed("INVALID_CURRENCY");
        }
        return Answers.toOrder(http.post(
                Product.COLLECTION, REQUEST_TO_PAY, reference, Orders.requestToPay(terms, config.currency())));
    }

    @Override
    public Answer askCollection(UUID reference) {
        return Answers.toQuestion(reference, http.get(Product.COLLECTION, REQUEST_TO_PAY + "/" + reference));
    }

    @Override
    public Answer refund(UUID reference, UUID collection, Terms terms) {
        return Answers.toOrder(http.post(
                Product.DISBURSEMENT, REFUND, reference, Orders.refund(terms, config.currency(), collection)));
    }

    @Override
    public Answer askRefund(UUID reference) {
        return Answers.toQuestion(reference, http.get(Product.DISBURSEMENT, REFUND + "/" + reference));
    }

    /** The sandbox plays with euros; anywhere else, five thousand francs are not five thousand of something else. */
    private boolean wrongCurrency(Terms terms) {
        return !config.targetEnvironment().equals(SANDBOX)
                && !terms.amount().currency().equals(config.currency());
    }
}
