package rw.ishemalink.payment.outbound.airtel;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.outbound.Reply;

/**
 * What Airtel's answers mean. A refusal comes as HTTP 200 with {@code success: false}; 408, 502, 504 and whatever is not
 * documented leave us not knowing.
 */
final class Answers {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final Pattern HTTP_CODE = Pattern.compile("\\d{3}");

    private Answers() {}

    /** To an order for a collection or a disbursement: never more than taken, for only an enquiry tells how it ended. */
    static Answer toOrder(Reply reply) {
        return switch (meaning(reply)) {
            case TAKEN, DUPLICATE -> new Answer.Pending();
            case REFUSED -> new Answer.Failed(Reasons.of(code(reply)));
            case NOT_FOUND, UNCLEAR -> throw undecided(reply);
        };
    }

    /** To a question about a transaction of ours. */
    static Answer toQuestion(UUID reference, Reply reply) {
        if (isNotFound(reply)) {
            return new Answer.NotFound();
        }
        return switch (status(reply)) {
            case "TS" -> new Answer.Succeeded(moneyId(reply, reference.toString()));
            case "TIP" -> new Answer.Pending();
            case "TA" -> new Answer.Unknown();
            case "TF" -> Meaning.isAmbiguous(code(reply)) ? new Answer.Unknown() : new Answer.Failed(reason(reply));
            case "TE" -> new Answer.Failed("EXPIRED");
            case "TR" -> new Answer.Failed("REVERSED");
            default -> throw undecided(reply);
        };
    }

    /** To the same question, asked to learn whether the money has gone back: Airtel shows a refund nowhere else. */
    static Answer toRefundQuestion(Charge charge, Reply reply) {
        if (isNotFound(reply)) {
            return new Answer.Unknown();
        }
        return switch (status(reply)) {
            case "TR" -> new Answer.Succeeded(moneyId(reply, charge.transactionId()));
            case "TS" -> new Answer.NotFound();
            case "TIP", "TA", "TF", "TE" -> new Answer.Unknown();
            default -> throw undecided(reply);
        };
    }

    /** To an order for a refund: it is carried out at once, or not. */
    static Answer toRefund(Charge charge, Reply reply) {
        return switch (meaning(reply)) {
            case TAKEN ->
                carriedOut(reply) ? new Answer.Succeeded(moneyId(reply, charge.transactionId())) : new Answer.Unknown();
            case REFUSED, NOT_FOUND -> new Answer.Failed(Reasons.of(code(reply)));
            case DUPLICATE, UNCLEAR -> throw undecided(reply);
        };
    }

    /** Airtel's own id of the money, or what stands for it. */
    static String moneyId(Reply reply, String otherwise) {
        String id = reply.text("/data/transaction/airtel_money_id");
        return id.isBlank() ? otherwise : id;
    }

    private static boolean carriedOut(Reply reply) {
        return switch (status(reply).toUpperCase(Locale.ROOT)) {
            case "SUCCESS", "SUCCESS.", "TS", "TR" -> true;
            default -> false;
        };
    }

    private static Meaning meaning(Reply reply) {
        if (!reply.ok() && reply.status() != BAD_REQUEST) {
            return Meaning.UNCLEAR;
        }
        Meaning meaning = Meaning.find(code(reply)).orElseGet(() -> unlisted(reply));
        return meaning == Meaning.TAKEN && !(reply.ok() && success(reply)) ? Meaning.UNCLEAR : meaning;
    }

    private static Meaning unlisted(Reply reply) {
        if (reply.status() == BAD_REQUEST) {
            return Meaning.REFUSED;
        }
        return success(reply) ? Meaning.TAKEN : Meaning.UNCLEAR;
    }

    private static boolean isNotFound(Reply reply) {
        boolean readable = reply.ok() || reply.status() == BAD_REQUEST || reply.status() == NOT_FOUND;
        return readable
                && Meaning.find(code(reply)).filter(Meaning.NOT_FOUND::equals).isPresent();
    }

    /** The transaction's status; empty under anything but a good HTTP answer. */
    private static String status(Reply reply) {
        return reply.ok() ? reply.text("/data/transaction/status") : "";
    }

    private static boolean success(Reply reply) {
        return reply.json().at("/status/success").asBoolean(false);
    }

    /** {@code response_code}; older answers have only {@code result_code}, the gateway puts its own where HTTP's stands. */
    private static String code(Reply reply) {
        String response = reply.text("/status/response_code");
        String result = response.isBlank() ? reply.text("/status/result_code") : response;
        String gateway = reply.text("/status/code");
        if (!result.isBlank()) {
            return result;
        }
        return HTTP_CODE.matcher(gateway).matches() ? "" : gateway;
    }

    /** A transaction can fail under a code that only says that the enquiry went well. */
    private static String reason(Reply reply) {
        String code = code(reply);
        boolean saysWhy =
                Meaning.find(code).filter(meaning -> meaning != Meaning.TAKEN).isPresent();
        return saysWhy ? Reasons.of(code) : "FAILED";
    }

    private static ProviderUnavailableException undecided(Reply reply) {
        return new ProviderUnavailableException("HTTP " + reply.status() + " " + code(reply));
    }
}
