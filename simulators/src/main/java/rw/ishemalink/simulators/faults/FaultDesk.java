package rw.ishemalink.simulators.faults;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.EnumMap;
import java.util.Map;

/** Holds the order of each system; counted faults are taken one by one and never twice. */
@ApplicationScoped
public class FaultDesk {

    private final Map<OutsideSystem, FaultOrder> orders = new EnumMap<>(OutsideSystem.class);
    private final Event<FaultsChanged> changed;

    public FaultDesk(Event<FaultsChanged> changed) {
        this.changed = changed;
    }

    public synchronized FaultOrder order(OutsideSystem system) {
        return orders.getOrDefault(system, FaultOrder.NONE);
    }

    /** Takes the lock only to note the order: who observes it may ask this desk from another thread. */
    public void place(OutsideSystem system, FaultOrder order) {
        note(system, order);
        changed.fire(new FaultsChanged(system, order));
    }

    public void reset() {
        for (OutsideSystem system : OutsideSystem.values()) {
            place(system, FaultOrder.NONE);
        }
    }

    /** True if the request at hand is one of the {@code nextErrors}. */
    public synchronized boolean takeError(OutsideSystem system) {
        FaultOrder order = order(system);
        note(system, order.oneErrorLess());
        return order.nextErrors() > 0;
    }

    /** True if the reply at hand is one of the {@code lostReplies}. */
    public synchronized boolean takeLostReply(OutsideSystem system) {
        FaultOrder order = order(system);
        note(system, order.oneLostReplyLess());
        return order.lostReplies() > 0;
    }

    private synchronized void note(OutsideSystem system, FaultOrder order) {
        orders.put(system, order);
    }
}
