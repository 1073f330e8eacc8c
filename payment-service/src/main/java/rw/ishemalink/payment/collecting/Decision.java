package rw.ishemalink.payment.collecting;

import java.util.List;
import java.util.UUID;
import rw.ishemalink.payment.ledger.Transfer;

/**
 * What follows from something that happened to a payment.
 *
 * @param changes the events, in order; the last one's payment is how it stands now; empty if nothing changes
 * @param refunds references of the attempts whose money goes back
 * @param transfers what is posted to the ledger
 */
public record Decision(List<Change> changes, List<UUID> refunds, List<Transfer> transfers) {

    static final Decision NOTHING = new Decision(List.of(), List.of(), List.of());

    public Decision {
        changes = List.copyOf(changes);
        refunds = List.copyOf(refunds);
        transfers = List.copyOf(transfers);
    }

    static Decision of(Change... changes) {
        return new Decision(List.of(changes), List.of(), List.of());
    }

    Decision refunding(UUID attempt) {
        return new Decision(changes, List.of(attempt), transfers);
    }

    Decision posting(Transfer transfer) {
        return new Decision(changes, refunds, List.of(transfer));
    }
}
