package rw.ishemalink.analytics.law;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import rw.ishemalink.schemas.analytics.BrokenRule;

/**
 * A booking that broke the law of dispatch.
 *
 * @param rule id of the rule, e.g. {@code LAW-RECEIPT}
 * @param step what it did without being allowed to
 * @param sequence of that event among the booking's
 * @param happenedAt when it did
 */
public record Violation(String tenant, UUID bookingId, String rule, Fact.Step step, long sequence, Instant happenedAt) {

    private static final String SEPARATOR = "\u0000";
    private static final String AFTER_SEPARATOR = "\u0001";

    static Violation of(String tenant, UUID bookingId, Breach breach) {
        return new Violation(
                tenant,
                bookingId,
                breach.rule().id(),
                breach.at().step(),
                breach.at().sequence(),
                breach.at().at());
    }

    /** As facts tell it. */
    BrokenRule told() {
        return new BrokenRule(rule, step.name(), sequence, happenedAt);
    }

    /** What facts tell; empty of a step that this build does not know. */
    static Optional<Violation> find(String tenant, UUID bookingId, BrokenRule told) {
        return Stream.of(Fact.Step.values())
                .filter(step -> step.name().equals(told.getStep()))
                .findFirst()
                .map(step -> new Violation(
                        tenant, bookingId, told.getRule(), step, told.getSequence(), told.getHappenedAt()));
    }

    /** The key in the store: a booking breaks a rule once. */
    String key() {
        return key(tenant, bookingId, rule);
    }

    static String key(String tenant, UUID bookingId, String rule) {
        return String.join(SEPARATOR, tenant, bookingId.toString(), rule);
    }

    /** Before the tenant's first key. */
    public static String first(String tenant) {
        return tenant + SEPARATOR;
    }

    /** After the tenant's last key. */
    public static String last(String tenant) {
        return tenant + AFTER_SEPARATOR;
    }
}
