package rw.ishemalink.identity.fleet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A category of a Rwandan driving licence: A, A1, B, B1, C, D, D1, E, F; for automatic gear only with AT (Order
 * 066/01 of 19/07/2024).
 *
 * @param value e.g. {@code B} or {@code B AT}
 */
public record DrivingCategory(String value) {

    private static final Pattern WRITTEN = Pattern.compile("(A1?|B1?|C|D1?|E|F)( ?AT)?");

    /** The category that is meant by what a person wrote. */
    public static Optional<DrivingCategory> find(String written) {
        Matcher category = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!category.matches()) {
            return Optional.empty();
        }
        return Optional.of(new DrivingCategory(category.group(1) + (category.group(2) == null ? "" : " AT")));
    }
}
