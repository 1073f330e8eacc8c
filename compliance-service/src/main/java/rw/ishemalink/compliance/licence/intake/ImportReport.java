package rw.ishemalink.compliance.licence.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What came of a file.
 *
 * @param strict whether nothing was to be taken if one line was wrong
 * @param lines how many it had beside the head
 * @param taken how many of them were taken
 */
public record ImportReport(
        UUID importId,
        boolean strict,
        UUID importedBy,
        Instant importedAt,
        int lines,
        int taken,
        List<Mistake> mistakes) {

    public ImportReport {
        mistakes = List.copyOf(mistakes);
    }
}
