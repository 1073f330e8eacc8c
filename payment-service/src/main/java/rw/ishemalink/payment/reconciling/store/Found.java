package rw.ishemalink.payment.reconciling.store;

import java.util.UUID;
import rw.ishemalink.payment.reconciling.Difference;
import rw.ishemalink.payment.reconciling.MovementKey;
import rw.ishemalink.payment.reconciling.Sides;

/**
 * A difference as it is kept.
 *
 * @param unexplainedBy the transfer that took it into suspense
 */
public record Found(MovementKey key, Difference difference, Sides sides, UUID unexplainedBy) {}
