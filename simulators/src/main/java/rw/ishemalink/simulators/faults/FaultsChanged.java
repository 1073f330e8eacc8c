package rw.ishemalink.simulators.faults;

/** Fired when an order was placed or withdrawn. */
public record FaultsChanged(OutsideSystem system, FaultOrder order) {}
