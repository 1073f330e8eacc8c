package rw.ishemalink.payment.reconciling.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;

/** Reads parameters from text, so that a wrong one is told what to mend. */
final class Parameters {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private Parameters() {}

    static Optional<Provider> provider(@Nullable String text) {
        return constant("provider", Provider.class, text);
    }

    static Provider getProvider(String text) {
        return provider(text).orElseThrow();
    }

    static LocalDate getDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            throw badRequest("bad-parameter", "day", "2026-11-20");
        }
        throw badRequest("bad-parameter", "day", "2026-11-20");
    }

    static <E extends Enum<E>> Optional<E> constant(String name, Class<E> type, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> badRequest("bad-parameter", name, names(type))));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    static int limit(@Nullable String text, int usual, int largest) {
        try {
            int limit = text == null ? usual : Integer.parseInt(text);
            if (limit >= 1 && limit <= largest) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw badRequest("bad-parameter", "limit", "1–" + largest);
        }
        throw badRequest("bad-parameter", "limit", "1–" + largest);
    }

    /** The number at which the page before ended; without one, above all. */
    static long before(@Nullable String after) {
        try {
            long number = after == null ? Long.MAX_VALUE : Long.parseLong(after);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw badRequest("unknown-cursor");
        }
        throw badRequest("unknown-cursor");
    }
}
