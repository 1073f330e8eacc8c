package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import rw.ishemalink.analytics.law.LawRule;
import rw.ishemalink.analytics.law.Violation;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Freshness;

/**
 * Bookings that broke the law of dispatch, the latest first.
 *
 * @param violations how many there are; it must be 0
 * @param byRule how many of each rule; every rule is named
 */
record ViolationsAnswer(
        @JsonUnwrapped Freshness freshness, long violations, Map<String, Long> byRule, List<BrokenRule> bookings) {

    private static final Comparator<Violation> LATEST_FIRST = Comparator.comparing(Violation::happenedAt)
            .reversed()
            .thenComparing(Violation::bookingId)
            .thenComparing(Violation::rule);

    ViolationsAnswer {
        byRule = new TreeMap<>(byRule);
        bookings = List.copyOf(bookings);
    }

    /**
     * A booking and the rule that it broke.
     *
     * @param step what it did
     * @param sequence of that event among the booking's
     */
    record BrokenRule(UUID bookingId, String rule, String step, long sequence, Instant happenedAt) {

        static BrokenRule of(Violation violation) {
            return new BrokenRule(
                    violation.bookingId(),
                    violation.rule(),
                    violation.step().name(),
                    violation.sequence(),
                    violation.happenedAt());
        }
    }

    static ViolationsAnswer of(Answer<Violation> answer, int limit) {
        List<Violation> all = answer.rows();
        Map<String, Long> byRule = Arrays.stream(LawRule.values())
                .map(LawRule::id)
                .collect(Collectors.toMap(rule -> rule, rule -> all.stream()
                        .filter(violation -> violation.rule().equals(rule))
                        .count()));
        return new ViolationsAnswer(
                answer.freshness(),
                all.size(),
                byRule,
                all.stream()
                        .sorted(LATEST_FIRST)
                        .limit(limit)
                        .map(BrokenRule::of)
                        .toList());
    }
}
