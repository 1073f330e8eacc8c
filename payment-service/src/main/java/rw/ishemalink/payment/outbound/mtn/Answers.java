package rw.ishemalink.payment.outbound.mtn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.outbound.Reply;

/** What MTN's HTTP answers mean. Only what MTN documents as a refusal is one; everything else leaves us not knowing. */
final class Answers {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    /** Codes under HTTP 500 that refuse the order for good; INTERNAL_PROCESSING_ERROR may have happened after it was taken. */
    private static final Set<String> REFUSALS =
            Set.of("NOT_ALLOWED", "NOT_ALLOWED_TARGET_ENVIRONMENT", "INVALID_CALLBACK_URL_HOST", "INVALID_CURRENCY");

    private static final String UNKNOWN_REFERENCE = "RESOURCE_NOT_FOUND";
    private static final String NO_REASON = "NO_REASON_GIVEN";

    private Answers() {}

    /** To an order: 202 and an empty body, or 409 when our reference is already there. */
    static Answer toOrder(Reply reply) {
        if (reply.ok() || reply.status() == CONFLICT) {
            return new Answer.Pending();
        }
        if (reply.status() == BAD_REQUEST) {
            return new Answer.Failed(code(reply).isEmpty() ? "BAD_REQUEST" : code(reply));
        }
        boolean refused =
                switch (reply.status()) {
                    case SERVER_ERROR -> REFUSALS.contains(code(reply));
                    case NOT_FOUND -> code(reply).equals(UNKNOWN_REFERENCE);
                    default -> false;
                };
        if (refused) {
            return new Answer.Failed(code(reply));
        }
        throw undecided(reply);
    }

    /** To a question about our reference: 200 even when the payment failed. */
    static Answer toQuestion(UUID reference, Reply reply) {
        if (reply.status() == NOT_FOUND && code(reply).equals(UNKNOWN_REFERENCE)) {
            return new Answer.NotFound();
        }
        if (!reply.ok()) {
            throw undecided(reply);
        }
        return switch (reply.json().path("status").asText("")) {
            case "CREATED", "PENDING" -> new Answer.Pending();
            case "SUCCESSFUL" -> succeeded(reference, reply.json());
            case "FAILED" -> new Answer.Failed(reason(reply.json().path("reason")));
            default -> throw new ProviderUnavailableException("a status that the protocol does not know");
        };
    }

    /** MTN leaves its own id out now and then; the money moved all the same, and our reference finds it too. */
    private static Answer succeeded(UUID reference, JsonNode json) {
        String transactionId = json.path("financialTransactionId").asText("");
        return new Answer.Succeeded(transactionId.isEmpty() ? reference.toString() : transactionId);
    }

    /** A plain text (seen live) or an object {code, message} (published schema). */
    private static String reason(JsonNode reason) {
        String code = reason.isObject() ? reason.path("code").asText("") : reason.asText("");
        return code.isBlank() ? NO_REASON : code;
    }

    /** The error's {@code code}, or empty. */
    private static String code(Reply reply) {
        return reply.text("/code");
    }

    private static ProviderUnavailableException undecided(Reply reply) {
        return new ProviderUnavailableException("HTTP " + reply.status() + " " + code(reply));
    }
}
