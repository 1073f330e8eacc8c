package rw.ishemalink.analytics.query.api;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;

/** What is booked: {@code mode} in a request, and the kind in cells. */
public enum Mode {
    CARGO_DOMESTIC,
    CARGO_INTERNATIONAL,
    RIDE,
    TICKET;

    /**
     * The mode asked for; empty for all.
     *
     * @throws ProblemException 400 when it is none
     */
    public static Optional<Mode> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(mode -> mode.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("no-mode", text)));
    }

    /** Whether a kind is asked for. */
    static boolean has(Optional<Mode> asked, String kind) {
        return asked.isEmpty() || asked.get().name().equals(kind);
    }
}
