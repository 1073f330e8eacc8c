package rw.ishemalink.simulators.money;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a payer was told to do at the next prompts.
 *
 * @param delayMillis how long the payer takes; without it as long as everybody
 */
public record PayerOrder(Behaviour behaviour, @Nullable Long delayMillis) {

    /**
     * APPROVE, REFUSE and NO_FUNDS answer the prompt, too late if the delay is longer than the payer's window. SILENT lets it
     * expire. APPROVE_AFTER stays pending for the whole delay, however long, and then succeeds: the operator itself was
     * late; AMBIGUOUS_THEN_APPROVE is the same, but Airtel says meanwhile that it does not know.
     */
    public enum Behaviour {
        APPROVE,
        REFUSE,
        SILENT,
        NO_FUNDS,
        APPROVE_AFTER,
        AMBIGUOUS_THEN_APPROVE
    }

    public PayerOrder {
        behaviour = Objects.requireNonNullElse(behaviour, Behaviour.APPROVE);
    }

    Plan plan(Duration usual, Duration window) {
        Duration delay = delayMillis == null ? usual : Duration.ofMillis(delayMillis);
        return switch (behaviour) {
            case APPROVE -> Plan.of(delay, Verdict.SUCCESSFUL).within(window);
            case REFUSE -> Plan.of(delay, Verdict.failed("APPROVAL_REJECTED")).within(window);
            case NO_FUNDS -> Plan.of(delay, Verdict.failed("NOT_ENOUGH_FUNDS")).within(window);
            case SILENT -> Plan.expires(window);
            case APPROVE_AFTER -> Plan.of(delay, Verdict.SUCCESSFUL);
            case AMBIGUOUS_THEN_APPROVE -> new Plan(delay, Verdict.SUCCESSFUL, Status.AMBIGUOUS);
        };
    }
}
