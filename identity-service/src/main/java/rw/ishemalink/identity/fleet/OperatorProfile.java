package rw.ishemalink.identity.fleet;

/** An operator as its own people and administrators know it. */
public record OperatorProfile(Operator operator, OperatorStatus status, OperatorContact contact) {}
