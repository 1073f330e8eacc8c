package rw.ishemalink.identity.kyc;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an identity document. People write it with spaces, dots, slashes or hyphens; it is kept without.
 *
 * @param value 5 to 20 letters and digits, upper case
 */
public record DocumentNumber(String value) {

    private static final Pattern KEPT = Pattern.compile("[A-Z0-9]{5,20}");
    private static final Pattern BETWEEN = Pattern.compile("[ ./-]");
    private static final int SHOWN = 3;

    public DocumentNumber {
        if (!KEPT.matcher(value).matches()) {
            throw new IllegalArgumentException("not the number of a document");
        }
    }

    /** The number that is meant by what a person wrote. */
    public static Optional<DocumentNumber> find(String written) {
        return Optional.of(BETWEEN.matcher(written).replaceAll("").toUpperCase(Locale.ROOT))
                .filter(value -> KEPT.matcher(value).matches())
                .map(DocumentNumber::new);
    }

    /** The last three, by which the owner knows it again. */
    String ending() {
        return value.substring(value.length() - SHOWN);
    }

    /** Never the number: this text could reach logs. */
    @Override
    public String toString() {
        return "DocumentNumber[…]";
    }
}
