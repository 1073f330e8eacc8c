package rw.ishemalink.identity.token;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;

/** Knows people as they are now, so that a refreshed token never carries yesterday's roles. */
public interface TokenSubjects {

    /** What a token says of this person from now on. */
    TokenSubject getSubject(Tx tx, String tenant, UUID personId);

    /** The same, if the person is still known. */
    Optional<TokenSubject> findSubject(Tx tx, String tenant, UUID personId);
}
