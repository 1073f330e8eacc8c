package rw.ishemalink.payment.outbound.airtel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.AirtelConfig;
import rw.ishemalink.payment.outbound.Reply;

/** Airtel Money: USSD push (v1, which Rwanda takes unsigned), enquiry, refund, disbursement. */
final class AirtelMobileMoney implements MobileMoney {

    private static final String COLLECTIONS = "/merchant/v1/payments/";
    private static final String ENQUIRIES = "/standard/v1/payments/";
    private static final String REFUNDS = "/standard/v1/payments/refund";
    private static final String DISBURSEMENTS = "/standard/%s/disbursements/";
    private static final String DISBURSEMENT_ENQUIRIES = "/standard/v1/disbursements/";
    private static final String ENCRYPTION_KEYS = "/v1/rsa/encryption-keys";

    private final AirtelConfig config;
    private final AirtelHttp http;

    AirtelMobileMoney(AirtelConfig config, AirtelHttp http) {
        this.config = config;
        this.http = http;
    }

    @Override
    public Provider provider() {
        return Provider.AIRTEL;
    }

    @Override
    public Answer collect(UUID reference, Msisdn payer, Terms terms) {
        if (!terms.amount().currency().equals(config.currency())) {
            return new Answer.Failed("INVALID_CURRENCY");
        }
        return NationalNumber.find(payer)
                .map(msisdn ->
                        Answers.toOrder(http.post(COLLECTIONS, Orders.collection(reference, msisdn, terms, config))))
                .orElseGet(AirtelMobileMoney::noSuchNumber);
    }

    @Override
    public Answer askCollection(UUID reference) {
        return Answers.toQuestion(reference, enquiry(reference));
    }

    /**
     * A refund names the payment and has no key of its own: what has already gone back must not be asked back again. Until
     * that is known nothing is ordered.
     */
    @Override
    public Answer refund(UUID reference, Charge charge, Terms terms) {
        Reply enquiry = asFirstStep("the payment is not known", () -> enquiry(charge.reference()));
        Answer before = asFirstStep("the payment is not known", () -> Answers.toRefundQuestion(charge, enquiry));
        if (!(before instanceof Answer.NotFound)) {
            return before instanceof Answer.Succeeded ? before : new Answer.NotTried();
        }
        String moneyId = Answers.moneyId(enquiry, charge.transactionId());
        return Answers.toRefund(charge, http.post(REFUNDS, Orders.refund(moneyId)));
    }

    @Override
    public Answer askRefund(UUID reference, Charge charge) {
        return Answers.toRefundQuestion(charge, enquiry(charge.reference()));
    }

    @Override
    public Answer transfer(UUID reference, Payout order) {
        Optional<String> payee = NationalNumber.find(order.phone());
        return payee.map(msisdn -> Answers.toOrder(http.post(
                        DISBURSEMENTS.formatted(config.disbursementVersion()),
                        Orders.disbursement(reference, msisdn, order, encryptedPin(), config))))
                .orElseGet(AirtelMobileMoney::noSuchNumber);
    }

    @Override
    public Answer askTransfer(UUID reference) {
        return Answers.toQuestion(reference, http.get(DISBURSEMENT_ENQUIRIES + TransactionId.of(reference)));
    }

    @Override
    public List<StatementLine> statement(LocalDate day) {
        return http.statement(day).stream().map(AirtelMobileMoney::ours).toList();
    }

    /** Under our own reference, where it is one. */
    private static StatementLine ours(StatementLine line) {
        return TransactionId.findReference(line.reference())
                .map(reference -> line.called(reference.toString()))
                .orElse(line);
    }

    private Reply enquiry(UUID reference) {
        return http.get(ENQUIRIES + TransactionId.of(reference));
    }

    private String encryptedPin() {
        return PinCipher.encrypt(
                config.disbursementPin(), config.disbursementPinKey().orElseGet(this::publishedKey));
    }

    private String publishedKey() {
        return asFirstStep("no key for the PIN", () -> http.get(ENCRYPTION_KEYS).text("/data/key"));
    }

    /** Whatever goes wrong in a step before the order, the order was not sent. */
    private static <T> T asFirstStep(String what, Supplier<T> step) {
        try {
            return step.get();
        } catch (ProviderUnavailableException e) {
            throw ProviderUnavailableException.notSent(what + ": " + e.getMessage());
        }
    }

    private static Answer noSuchNumber() {
        return new Answer.Failed("INVALID_MSISDN");
    }
}
