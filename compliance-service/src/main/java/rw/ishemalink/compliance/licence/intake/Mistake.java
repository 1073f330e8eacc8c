package rw.ishemalink.compliance.licence.intake;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is wrong in a line, without what stands there: that may name a person.
 *
 * @param line of the file, the head being line 1; 0 for a form
 * @param column name of the column; - for the whole line
 */
public record Mistake(int line, String column, Code code) {

    /** What can be wrong; each has a text in three languages that says what to mend. */
    public enum Code {
        KIND_UNKNOWN,
        SUBJECT_MISSING,
        PLATE_WRONG,
        TIN_WRONG,
        NUMBER_MISSING,
        STATUS_UNKNOWN,
        DATE_WRONG,
        ENDS_BEFORE_IT_BEGINS,
        ZONE_UNKNOWN,
        CATEGORIES_WRONG,
        TOO_LONG,
        UNPRINTABLE,
        COLUMNS_WRONG,
        TWICE,
        UNREADABLE
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** What to mend, in that language. */
    public String text(Locale language) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return ResourceBundle.getBundle("licence-lines", language, loader, NO_FALLBACK)
                .getString(code.name());
    }
}
