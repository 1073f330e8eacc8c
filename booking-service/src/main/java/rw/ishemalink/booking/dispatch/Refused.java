package rw.ishemalink.booking.dispatch;

/** A driver near the pick-up whom a gate refused. */
public record Refused(Nearby near, Gate gate) {}
