package rw.ishemalink.booking.sync;

import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;

/**
 * An action whose turn has come.
 *
 * @param attempts how often it was tried before
 * @param overdue whether it has waited for as long as an action may
 */
public record QueuedAction(
        String tenant, UUID personId, SyncAction action, OnBehalf onBehalf, int attempts, boolean overdue) {

    Caller caller() {
        return onBehalf.toCaller(tenant, personId);
    }
}
