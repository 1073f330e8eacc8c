package rw.ishemalink.notification.outbound.africastalking;

import java.util.Objects;
import java.util.Set;
import rw.ishemalink.notification.sending.Cost;
import rw.ishemalink.notification.sending.ProviderUnavailableException;
import rw.ishemalink.notification.sending.SendOutcome;

/** What Africa's Talking's status code of a recipient means to us. */
final class RecipientStatus {

    /** 100 Processed, 101 Sent, 102 Queued. */
    private static final Set<Integer> TAKEN = Set.of(100, 101, 102);

    /** 403 InvalidPhoneNumber, 404 UnsupportedNumberType, 406 UserInBlacklist, 409 DoNotDisturbRejection. */
    private static final Set<Integer> NEVER = Set.of(403, 404, 406, 409);

    private RecipientStatus() {}

    /**
     * The outcome for good.
     *
     * @param parts in how many the text went
     * @throws ProviderUnavailableException for every other code: our account (401 RiskHold, 402 InvalidSenderId, 405
     *     InsufficientBalance), the route (407, 501, 502), their trouble (500), or one that we do not know
     */
    static SendOutcome outcome(MessagingAnswer.Entry recipient, int parts) {
        String reason = recipient.statusCode() + " " + Objects.requireNonNullElse(recipient.status(), "-");
        if (TAKEN.contains(recipient.statusCode())) {
            return new SendOutcome.Sent(
                    AfricasTalkingSms.NAME,
                    Objects.requireNonNullElse(recipient.messageId(), "-"),
                    parts,
                    Cost.parse(recipient.cost()));
        }
        if (NEVER.contains(recipient.statusCode())) {
            return new SendOutcome.Refused(reason);
        }
        throw new ProviderUnavailableException(reason);
    }
}
