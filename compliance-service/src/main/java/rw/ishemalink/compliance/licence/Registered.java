package rw.ishemalink.compliance.licence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Word.Source;

/**
 * A licence on our register with the words of all sources.
 *
 * @param holderId driver, vehicle or operator; null while the fleet knows none
 */
public record Registered(
        UUID licenceId, LicenceKind kind, @Nullable UUID holderId, List<Word> words) {

    public Registered {
        words = List.copyOf(words);
    }

    /** The same with these words. */
    public Registered with(List<Word> heard) {
        return new Registered(licenceId, kind, holderId, heard);
    }

    /**
     * A word of the past. It names nobody, so that it can stand for ever.
     *
     * @param onRecord false when the source had none
     * @param saidBy the person who imported or approved it; null for the register
     */
    public record PastWord(
            Source source,
            boolean onRecord,
            @Nullable String status,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            Instant saidAt,
            @Nullable UUID saidBy,
            @Nullable String reason) {}
}
