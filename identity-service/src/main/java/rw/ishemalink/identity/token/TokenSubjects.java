package rw.ishemalink.identity.token;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;

/** Knows people as they are now, so that a refreshed token never carries yesterday's roles. */
public interface TokenSubjects {

    /** What a token says of this person from now on; 403 when the person is blocked or the tenant closed. */
    TokenSubject getSubject(Tx tx, String tenant, UUID personId);

    /** The same; empty when the person is no longer known or may not log in. */
    Optional<TokenSubject> findSubject(Tx tx, String tenant, UUID personId);
}
