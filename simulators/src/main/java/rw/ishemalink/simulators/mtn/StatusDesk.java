package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultDesk;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.Transaction;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** Answers how an operation stands now. */
@ApplicationScoped
public class StatusDesk {

    private final Transactions transactions;
    private final WorldClock clock;
    private final FaultDesk desk;

    public StatusDesk(Transactions transactions, WorldClock clock, FaultDesk desk) {
        this.transactions = transactions;
        this.clock = clock;
        this.desk = desk;
    }

    StatusBody answer(Kind kind, ApiUser user, String reference) {
        Transaction transaction =
                transactions.get(kind, user, Door.reference(reference).toString());
        return StatusBody.of(
                transaction,
                transaction.verdict(clock.instant()),
                desk.order(OutsideSystem.MTN).reasonShape());
    }
}
