package rw.ishemalink.compliance.licence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Notice.Told;

/**
 * A licence on our register that somebody has to look at.
 *
 * @param holderId driver, vehicle or operator; null while the fleet knows none
 * @param told what has been told of it so far
 * @param words of each source; one that has it no more speaks of the last it had, revoked
 */
public record Watched(
        UUID licenceId,
        String tenant,
        LicenceKind kind,
        @Nullable UUID holderId,
        Told told,
        List<Word> words) {

    public Watched {
        words = List.copyOf(words);
    }
}
