package rw.ishemalink.compliance.audit;

import java.util.regex.Pattern;

/** Phone numbers inside words that people typed. */
final class PhoneNumbers {

    /** Nine or more digits, with or without plus, blanks and dashes between: every Rwandan way to write a number. */
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+?\\d(?:[ .-]?\\d){8,}");

    private PhoneNumbers() {}

    static String blotOut(String text) {
        return PHONE_LIKE.matcher(text).replaceAll("[number]");
    }
}
