package rw.ishemalink.compliance.inbox;

import java.util.regex.Pattern;

/** Numbers of people inside words: phones, taxpayers, identity cards. */
final class DigitRuns {

    /** Nine or more digits, with or without plus, blanks and dashes between. */
    private static final Pattern LONG = Pattern.compile("\\+?\\d(?:[ .-]?\\d){8,}");

    private DigitRuns() {}

    static String blotOut(String text) {
        return LONG.matcher(text).replaceAll("[number]");
    }
}
