package rw.ishemalink.notification.sending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message cost.
 *
 * @param hundredths of the currency's unit, rounded half up
 * @param currency ISO 4217
 */
public record Cost(long hundredths, String currency) {

    /** As Africa's Talking writes it: {@code RWF 12.0000}; {@code 0} or {@code None} where nothing was sent. */
    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{3}) (\\d{1,9}(?:\\.\\d{1,6})?)");

    /** Reads a cost; empty when there is none or it is not of that form. */
    public static Optional<Cost> parse(@Nullable String text) {
        Matcher matcher = WRITTEN.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(matcher.group(2));
        return Optional.of(new Cost(
                amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact(), matcher.group(1)));
    }
}
