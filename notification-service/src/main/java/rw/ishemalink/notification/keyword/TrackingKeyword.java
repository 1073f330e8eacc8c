package rw.ishemalink.notification.keyword;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads tracking codes as people type them: {@code ish-7k2m9qxz}, {@code ISH 7K2M 9QXZ}. */
final class TrackingKeyword {

    /** ISH- and 8 characters of Crockford base 32, which has no I, L, O, U. */
    private static final Pattern CODE = Pattern.compile("ISH[- ]?([0-9A-HJKMNP-TV-Z]{4})[- ]?([0-9A-HJKMNP-TV-Z]{4})");

    private TrackingKeyword() {}

    /** The code, if the text is one and nothing else. */
    static Optional<String> read(String text) {
        Matcher code = CODE.matcher(text.strip().toUpperCase(Locale.ROOT));
        return code.matches() ? Optional.of("ISH-" + code.group(1) + code.group(2)) : Optional.empty();
    }
}
