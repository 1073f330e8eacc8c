package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import rw.ishemalink.simulators.Agenda;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultDesk;
import rw.ishemalink.simulators.faults.FaultOrder;
import rw.ishemalink.simulators.faults.FaultOrder.CallbackHabit;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Decides when and how often the end of an operation is reported; without an order once, when it is decided. */
@ApplicationScoped
public class Callbacks {

    private static final int REPEATS = 3;
    private static final Duration BETWEEN_REPEATS = Duration.ofMillis(200);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final Duration HOLD = Duration.ofSeconds(5);

    private final Deque<Transaction> held = new ArrayDeque<>();
    private final WorldClock clock;
    private final Agenda agenda;
    private final FaultDesk desk;
    private final CallbackSender sender;

    public Callbacks(WorldClock clock, Agenda agenda, FaultDesk desk, CallbackSender sender) {
        this.clock = clock;
        this.agenda = agenda;
        this.desk = desk;
        this.sender = sender;
    }

    /** Takes note of an accepted operation. */
    void follow(Transaction transaction) {
        if (transaction.callbackUrl() == null) {
            return;
        }
        if (order().callback() == CallbackHabit.FORGED) {
            agenda.at(clock.instant(), () -> sender.send(transaction, Verdict.SUCCESSFUL, order()));
        }
        agenda.at(transaction.decidedAt(), () -> report(transaction));
    }

    private void report(Transaction transaction) {
        switch (order().callback()) {
            case ONCE, FORGED -> send(transaction);
            case NEVER -> {}
            case REPEATED -> repeat(transaction);
            case LATE -> later(order().delayOr(LATE), transaction);
            case REORDERED -> reorder(transaction);
        }
    }

    private void repeat(Transaction transaction) {
        for (int time = 0; time < REPEATS; time++) {
            later(BETWEEN_REPEATS.multipliedBy(time), transaction);
        }
    }

    /** The first one waits until a newer one has overtaken it, or until nobody came. */
    private void reorder(Transaction transaction) {
        Transaction older;
        synchronized (held) {
            older = held.poll();
            if (older == null) {
                held.add(transaction);
            }
        }
        if (older == null) {
            Instant patience = clock.instant().plus(order().delayOr(HOLD));
            agenda.at(patience, () -> release(transaction));
        } else {
            send(transaction);
            later(BETWEEN_REPEATS, older);
        }
    }

    private void release(Transaction transaction) {
        boolean waiting;
        synchronized (held) {
            waiting = held.remove(transaction);
        }
        if (waiting) {
            send(transaction);
        }
    }

    private void later(Duration delay, Transaction transaction) {
        agenda.at(clock.instant().plus(delay), () -> send(transaction));
    }

    private void send(Transaction transaction) {
        sender.send(transaction, transaction.verdict(clock.instant()), order());
    }

    private FaultOrder order() {
        return desk.order(OutsideSystem.MTN);
    }
}
