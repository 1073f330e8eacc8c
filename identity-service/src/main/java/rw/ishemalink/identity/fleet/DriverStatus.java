package rw.ishemalink.identity.fleet;

/** Whether a driver may be offered work. */
public enum DriverStatus {
    ACTIVE,
    SUSPENDED
}
