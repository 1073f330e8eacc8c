package rw.ishemalink.backup.base;

import java.time.Instant;
import rw.ishemalink.backup.catalog.Backup;

/** Up to where a restored server follows the log. */
public sealed interface RecoveryTarget {

    /** Everything that the archive has. */
    record Latest() implements RecoveryTarget {}

    /** The last transaction that was done at that moment; later ones never were. */
    record Moment(Instant at) implements RecoveryTarget {}

    /** A moment up to which databases restored from that backup know everything. */
    default Instant earliest(Backup backup) {
        return switch (this) {
            case Moment moment -> moment.at();
            // The end of the archive is not before the backup that it followed.
            case Latest _ -> backup.endedAt();
        };
    }
}
