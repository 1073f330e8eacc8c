package rw.ishemalink.compliance.licence;

import java.util.Locale;

/**
 * Whose licence is asked for.
 *
 * @param subject driving licence number, plate or taxpayer identification number, in capitals without blanks
 */
public record LicenceQuestion(Kind kind, String subject) {

    /** RURA authorises individuals and vehicles, and licenses companies. */
    public enum Kind {
        DRIVER_AUTHORISATION,
        VEHICLE_AUTHORISATION,
        OPERATOR_LICENCE
    }

    public LicenceQuestion {
        subject = subject.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
