package rw.ishemalink.identity.invitation;

/** How far an invitation is. */
public enum InvitationState {
    /** Proposed by one; waits for the second pair of eyes. */
    PROPOSED,
    /** Approved by another; waits for the invited. */
    APPROVED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED;

    boolean isOpen() {
        return this == PROPOSED || this == APPROVED;
    }
}
