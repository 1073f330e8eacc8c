package rw.ishemalink.compliance.audit.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.store.TrailSearch.After;

/** Reads parameters from text, so that a wrong one is told what to mend. */
final class TrailParameters {

    private static final Pattern NAME = Pattern.compile("[a-z.]{1,60}(/[A-Za-z0-9_-]{1,80})?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,17})_(\\d{1,18})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private TrailParameters() {}

    static Optional<UUID> id(String name, @Nullable String text) {
        return read(name, text, "UUID", TrailParameters::uuid);
    }

    static Optional<Instant> time(String name, @Nullable String text) {
        return read(name, text, "2026-11-20T07:00:00Z", TrailParameters::time);
    }

    static Optional<String> name(String name, @Nullable String text) {
        return read(name, text, "booking.events, booking.events/PAID", given -> matching(NAME, given));
    }

    static Optional<String> hash(@Nullable String text) {
        return read("hash", text, "64 × 0–9, a–f", given -> matching(HASH, given));
    }

    static long number(String name, @Nullable String text, long usual, long largest) {
        return read(name, text, "1–" + largest, given -> matching(NUMBER, given)
                        .map(Long::valueOf)
                        .filter(number -> number >= 1 && number <= largest))
                .orElse(usual);
    }

    /** Where a page ended: microseconds since 1970 and the place. */
    static String cursor(SealedEntry last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.entry().occurredAt()) + "_"
                + last.seal().sequence();
    }

    static Optional<After> after(@Nullable String text) {
        return read("after", text, "next", given -> Optional.of(CURSOR.matcher(given))
                .filter(java.util.regex.Matcher::matches)
                .map(cursor -> new After(
                        Instant.EPOCH.plus(Long.parseLong(cursor.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(cursor.group(2)))));
    }

    private static <T> Optional<T> read(
            String name, @Nullable String text, String expected, Function<String, Optional<T>> reader) {
        return text == null
                ? Optional.empty()
                : Optional.of(reader.apply(text).orElseThrow(() -> badRequest("bad-parameter", name, expected)));
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return Optional.of(text).filter(given -> pattern.matcher(given).matches());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
