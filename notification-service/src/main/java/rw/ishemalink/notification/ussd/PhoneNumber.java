package rw.ishemalink.notification.ussd;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rwandan mobile numbers as people type them: 0788123456, 250788123456, +250788123456. */
public final class PhoneNumber {

    private static final Pattern TYPED = Pattern.compile("(?:\\+?250|0)?(7[2389]\\d{7})");
    private static final String COUNTRY = "+250";

    private PhoneNumber() {}

    /** The number as +2507XXXXXXXX, if it is one. */
    public static Optional<String> read(String typed) {
        Matcher number = TYPED.matcher(typed.replaceAll("[ .-]", ""));
        return number.matches() ? Optional.of(COUNTRY + number.group(1)) : Optional.empty();
    }

    /** As people write it at home: 0788123456. */
    static String local(String number) {
        return number.startsWith(COUNTRY) ? "0" + number.substring(COUNTRY.length()) : number;
    }

    /** Whose numbers begin so (payment-service asks that operator): 078 and 079 MTN, 072 and 073 Airtel. */
    static String operator(String number) {
        return number.startsWith("+25078") || number.startsWith("+25079") ? "MTN" : "Airtel";
    }
}
