package rw.ishemalink.simulators.faults;

/** Fired when everything that was ordered is withdrawn; what already happened in the outside world stays. */
public record ControlReset() {}
