package rw.ishemalink.payment.reconciling.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.reconciling.MovementKey;
import rw.ishemalink.payment.reconciling.OurSide;

/**
 * What our books say of movements, one bean for each kind: reconciliation asks all of them, and a kind of movement that
 * comes later needs nothing but a bean.
 */
public interface OurBooks {

    /** The movements that the provider calls so, whatever became of them; those of other kinds are passed over. */
    List<OurSide> list(Handle sql, Provider provider, List<MovementKey> keys);

    /** What was booked as moved since, was made before, and no statement of the provider ever named. */
    List<MovementKey> listUnnamed(Handle sql, Provider provider, Instant bookedSince, Instant madeBefore);

    /** Has the provider asked about them at once; those that are not of this kind are passed over. */
    void ask(Handle sql, List<UUID> references);
}
