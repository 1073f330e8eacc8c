package rw.ishemalink.local.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rw.ishemalink.local.fuzz.Range.Answer;

/** Counts what came back, and keeps what should never have. */
final class Tally {

    private static final int SHOWN = 20;
    private static final int LONGEST = 400;

    /** The door was told to say so. */
    private static final String MAINTENANCE = "urn:ishemalink:problem:maintenance";

    /** 503 is an answer: under load a part may be slow to say how it is. */
    private static final String DEEP_PROBE = "GET /api/health/deep";

    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<String, Long> failedAt = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    void count(Shot shot, Answer answer) {
        statuses.merge(answer.status(), 1L, Long::sum);
        if (isFailure(shot, answer)) {
            String endpoint = answer.status() + " " + shot.request().operation().key();
            if (failedAt.merge(endpoint, 1L, Long::sum) <= 2 && failures.size() < SHOWN) {
                failures.add("#%d %s by %s → %d %s%n  %s"
                        .formatted(
                                shot.number(),
                                shot.request().operation().key(),
                                shot.sender(),
                                answer.status(),
                                cut(answer.body()),
                                shot.asCommand()));
            }
        }
    }

    private static boolean isFailure(Shot shot, Answer answer) {
        return answer.status() == 0 || (answer.status() >= 500 && !isDeclared(shot, answer));
    }

    private static boolean isDeclared(Shot shot, Answer answer) {
        return answer.status() == 503
                && (shot.request().operation().key().equals(DEEP_PROBE)
                        || answer.body().contains(MAINTENANCE));
    }

    long failures() {
        return failedAt.values().stream().mapToLong(Long::longValue).sum();
    }

    long requests() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The counts by status, in one line. */
    String statuses() {
        return statuses.entrySet().stream()
                .map(one -> "%s %,d".formatted(one.getKey() == 0 ? "no answer" : one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Where what failed how often, and the first requests that did; empty when nothing failed. */
    String report() {
        String where = failedAt.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "%,8d  %s%n", one.getValue(), one.getKey()))
                .collect(Collectors.joining());
        return where + String.join("\n", failures);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
