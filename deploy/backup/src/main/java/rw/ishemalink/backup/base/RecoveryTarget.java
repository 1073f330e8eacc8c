package rw.ishemalink.backup.base;

import java.time.Instant;

/** Up to where a restored server follows the log. */
public sealed interface RecoveryTarget {

    /** Everything that the archive has. */
    record Latest() implements RecoveryTarget {}

    /** The last transaction that was done at that moment; later ones never were. */
    record Moment(Instant at) implements RecoveryTarget {}
}
