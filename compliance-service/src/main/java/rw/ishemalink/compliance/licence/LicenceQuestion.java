package rw.ishemalink.compliance.licence;

import java.util.Locale;

/**
 * Whose licence is asked for.
 *
 * @param subject driving licence number, plate or taxpayer identification number, in capitals without blanks
 */
public record LicenceQuestion(LicenceKind kind, String subject) {

    public LicenceQuestion {
        subject = subject.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Never the subject: this text reaches logs. */
    @Override
    public String toString() {
        return "LicenceQuestion[" + kind + "]";
    }
}
