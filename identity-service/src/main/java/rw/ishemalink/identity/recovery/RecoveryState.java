package rw.ishemalink.identity.recovery;

/** How far a recovery is. */
public enum RecoveryState {
    /** The old phone has been told; staff has not seen the person yet. */
    ASKED,
    /** Staff saw the person; the old phone may still refuse. */
    APPROVED,
    DONE,
    REFUSED,
    EXPIRED
}
