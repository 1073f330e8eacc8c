package rw.ishemalink.simulators.money;

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
public final class Callbacks {

    private static final int REPEATS = 3;
    private static final Duration BETWEEN_REPEATS = Duration.ofMillis(200);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final Duration HOLD = Duration.ofSeconds(5);

    private final Deque<Transaction> held = new ArrayDeque<>();
    private final WorldClock clock;
    private final Agenda agenda;
    private final FaultDesk desk;
    private final OutsideSystem system;
    private final CallbackSender sender;

    Callbacks(WorldClock clock, Agenda agenda, FaultDesk desk, OutsideSystem system, CallbackSender sender) {
        this.system = system;
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
            agenda.at(clock.instant(), () -> forge(transaction));
        }
        agenda.at(transaction.decidedAt(), () -> report(transaction));
    }

    /** Says SUCCESSFUL, whatever becomes of the operation, as somebody would who is not the operator. */
    void forge(Transaction transaction) {
        sender.send(new Report(transaction, Verdict.SUCCESSFUL, true), order(), () -> {});
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
            // After the newer one's answer: on another connection the older one could still be the faster.
            sender.send(reportNow(transaction), order(), () -> later(BETWEEN_REPEATS, older));
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
        sender.send(reportNow(transaction), order(), () -> {});
    }

    private Report reportNow(Transaction transaction) {
        return new Report(transaction, transaction.verdict(clock.instant()), false);
    }

    private FaultOrder order() {
        return desk.order(system);
    }
}
