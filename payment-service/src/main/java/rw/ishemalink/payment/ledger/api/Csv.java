package rw.ishemalink.payment.ledger.api;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180) that spreadsheets may open. */
public final class Csv {

    public static final String END_OF_LINE = "\r\n";

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private Csv() {}

    /** A line with its end; null is an empty cell. */
    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    /** Numbers stand as they are, also those below nothing; only words can be a formula. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String words) {
        String harmless = FORMULA.matcher(words).matches() ? "'" + words : words;
        return NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
