package rw.ishemalink.compliance.licence;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import rw.ishemalink.compliance.licence.LicenceKind.HolderKind;
import rw.ishemalink.compliance.licence.Notice.Change;
import rw.ishemalink.kit.outbox.Tx;

/** Whoever acts on what becomes of licences, in the transaction that tells of it. */
public interface HolderNews {

    /**
     * What became of a licence.
     *
     * @param saidAt when a source last said something of it
     */
    record News(HolderKind kind, UUID holderId, Change change, Instant saidAt) {

        static News of(Watched watched, UUID holderId, Notice notice) {
            Instant saidAt = watched.words().stream()
                    .map(Word::saidAt)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            return new News(watched.kind().holder(), holderId, notice.change(), saidAt);
        }

        /** Whether the licence is good no more. */
        public boolean isBad() {
            return switch (change) {
                case EXPIRED, SUSPENDED, REVOKED -> true;
                case RECORDED, EXPIRING, REINSTATED -> false;
            };
        }
    }

    /** There is news of a licence. */
    void hear(Tx tx, News news);
}
