package rw.ishemalink.identity.token;

import java.util.UUID;

/**
 * One login and all refresh tokens that followed from it, as seen by one of them.
 *
 * @param ended revoked, or not used for too long
 * @param tokenRotated whether the token shown was already exchanged for a newer one
 */
record RefreshFamily(UUID familyId, UUID personId, String tenant, boolean ended, boolean tokenRotated) {

    /** What happens to a token of the family that is shown for a refresh. */
    enum Verdict {
        ROTATE,
        /** Nothing to save here: log in again. */
        REFUSE,
        /** Two hold the same token, so one stole it: nobody keeps the login (RFC 9700 § 4.14.2). */
        REVOKE
    }

    Verdict verdict() {
        if (ended) {
            return Verdict.REFUSE;
        }
        return tokenRotated ? Verdict.REVOKE : Verdict.ROTATE;
    }
}
