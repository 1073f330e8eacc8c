package rw.ishemalink.payment.collecting;

import java.util.regex.Pattern;

/**
 * A phone number as providers take it: digits with country code, no plus (ITU-T E.164, at most 15 digits).
 *
 * @param digits e.g. 2507XXXXXXXX
 */
public record Msisdn(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8,15}");

    public Msisdn {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a phone number has 8 to 15 digits");
        }
    }

    /** Reads +2507XXXXXXXX. */
    public static Msisdn of(String phone) {
        return new Msisdn(phone.startsWith("+") ? phone.substring(1) : phone);
    }

    /** Personal data: this text reaches logs, so only the last two digits show. */
    @Override
    public String toString() {
        return "***" + digits.substring(digits.length() - 2);
    }
}
