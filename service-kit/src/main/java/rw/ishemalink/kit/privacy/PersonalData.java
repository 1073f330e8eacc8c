package rw.ishemalink.kit.privacy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;

/** What a service holds of people: one bean in each service that holds any. */
public interface PersonalData {

    /** All of it, as the person may see it. */
    List<PersonalSet> sets();

    /** Why the person cannot be forgotten yet, as a code, e.g. {@code open-bookings}; empty if nothing is open. */
    Optional<String> findObstacle(Handle sql, String tenant, UUID personId);

    /**
     * Forgets the person, as far as the law lets. Ids stay, so that ledger, receipts and trail keep balancing. Done again it
     * forgets what came since, and nothing else changes.
     */
    Erasure erase(Tx tx, String tenant, UUID personId);
}
