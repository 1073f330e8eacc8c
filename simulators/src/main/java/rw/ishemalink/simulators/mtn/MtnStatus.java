package rw.ishemalink.simulators.mtn;

import rw.ishemalink.simulators.money.Status;

/** MTN's words for how an operation stands; it never admits that it does not know. */
public enum MtnStatus {
    CREATED,
    PENDING,
    SUCCESSFUL,
    FAILED;

    static MtnStatus of(Status status) {
        return switch (status) {
            case CREATED -> CREATED;
            case PENDING, AMBIGUOUS -> PENDING;
            case SUCCESSFUL -> SUCCESSFUL;
            case FAILED -> FAILED;
        };
    }
}
