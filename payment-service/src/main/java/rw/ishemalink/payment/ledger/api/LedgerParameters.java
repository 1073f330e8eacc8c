package rw.ishemalink.payment.ledger.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Account;

/** Reads parameters from text, so that a wrong one is told what to mend. */
public final class LedgerParameters {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private LedgerParameters() {}

    static Optional<Instant> time(String name, @Nullable String text) {
        return read(name, text, "2026-11-20T07:00:00Z", LedgerParameters::time);
    }

    public static Optional<UUID> id(String name, @Nullable String text) {
        return read(name, text, "UUID", LedgerParameters::id);
    }

    static Optional<Account> account(String name, @Nullable String text) {
        String names = Arrays.stream(Account.values()).map(Enum::name).collect(Collectors.joining(", "));
        return read(name, text, names, LedgerParameters::findAccount);
    }

    public static int limit(@Nullable String text, int usual, int largest) {
        return read("limit", text, "1–" + largest, number -> number(number)
                        .filter(limit -> limit >= 1 && limit <= largest))
                .map(Math::toIntExact)
                .orElse(usual);
    }

    static Optional<Long> sequence(@Nullable String text) {
        return read("sequence", text, "1, 2, 3 …", number -> number(number).filter(sequence -> sequence >= 1));
    }

    static Optional<String> hash(@Nullable String text) {
        return read("hash", text, "64 × 0–9, a–f", hash -> Optional.of(hash)
                .filter(given -> HASH.matcher(given).matches()));
    }

    static Optional<Account> findAccount(String text) {
        return Arrays.stream(Account.values())
                .filter(account -> account.name().equals(text))
                .findFirst();
    }

    private static <T> Optional<T> read(
            String name, @Nullable String text, String expected, Function<String, Optional<T>> reader) {
        return text == null
                ? Optional.empty()
                : Optional.of(reader.apply(text).orElseThrow(() -> badRequest("bad-parameter", name, expected)));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
