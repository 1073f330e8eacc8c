package rw.ishemalink.identity.fleet;

/** Whether an operator works on the platform. A suspended one takes nobody on. */
public enum OperatorStatus {
    ACTIVE,
    SUSPENDED
}
