package rw.ishemalink.simulators.sms;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is reported of messages to a phone.
 *
 * @param status of Africa's Talking
 * @param failureReason null where there is none
 */
public record PhoneReport(String status, @Nullable String failureReason) {

    /** Nothing is ever reported. */
    static final String NEVER = "Never";

    static final PhoneReport ARRIVED = new PhoneReport("Success", null);

    private static final Set<String> STATUSES = Set.of(
            "Sent", "Submitted", "Buffered", "Rejected", "Success", "Failed", "AbsentSubscriber", "Expired", NEVER);

    boolean isKnown() {
        return STATUSES.contains(status);
    }

    String reason() {
        return failureReason == null ? "" : failureReason;
    }
}
