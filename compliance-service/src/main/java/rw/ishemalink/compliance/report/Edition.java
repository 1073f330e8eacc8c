package rw.ishemalink.compliance.report;

import java.time.Instant;

/**
 * A report as it is given out.
 *
 * @param revision 1, 2, 3 … of a finished month, one more each time that something of it came late; 0 while it lasts
 * @param content the report as JSON, byte for byte what was hashed
 * @param sha256 of the content in UTF-8, hex
 */
public record Edition(Report report, int revision, String content, String sha256, Instant madeAt) {

    /** Whether the month may still change. */
    public boolean isProvisional() {
        return revision == 0;
    }

    /** FINAL, or PROVISIONAL while the month lasts. */
    public String state() {
        return isProvisional() ? "PROVISIONAL" : "FINAL";
    }

    /** A file's name without its ending: bnr-month-2026-10-r1. */
    public String fileName() {
        return report.kind().path() + "-" + report.month() + "-r" + revision;
    }
}
