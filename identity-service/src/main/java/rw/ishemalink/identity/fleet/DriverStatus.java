package rw.ishemalink.identity.fleet;

/** Whether a driver may be offered work. */
public enum DriverStatus {
    /** The papers are being checked. */
    PENDING,
    /** The papers were cleared. */
    ACTIVE,
    /** The papers were refused. */
    REJECTED,
    /** Staff said so. */
    SUSPENDED
}
