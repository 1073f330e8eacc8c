package rw.ishemalink.identity.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One login and all refresh tokens that followed from it, as seen by one of them.
 *
 * @param clientId whose login it is; empty for our own apps
 * @param scopes what the person let the client do
 * @param startedAt when the person logged in
 * @param ended revoked, or not used for too long
 * @param tokenRotated whether the token shown was already exchanged for a newer one
 */
record RefreshFamily(
        UUID familyId,
        UUID personId,
        String tenant,
        Optional<String> clientId,
        Set<String> scopes,
        Instant startedAt,
        boolean ended,
        boolean tokenRotated) {

    RefreshFamily {
        scopes = Set.copyOf(scopes);
    }

    /** What happens to a token of the family that is shown for a refresh. */
    enum Verdict {
        ROTATE,
        /** Nothing to save here: log in again. */
        REFUSE,
        /** Two hold the same token, so one stole it: nobody keeps the login (RFC 9700 § 4.14.2). */
        REVOKE
    }

    /** @param shownBy the client that shows it; empty for our own apps */
    Verdict verdict(Optional<String> shownBy) {
        if (ended || !clientId.equals(shownBy)) {
            return Verdict.REFUSE;
        }
        return tokenRotated ? Verdict.REVOKE : Verdict.ROTATE;
    }
}
