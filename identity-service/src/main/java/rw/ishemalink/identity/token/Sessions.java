package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** A login from its first token to its end. */
@Singleton
public class Sessions {

    private final UnitOfWork work;
    private final RefreshFamilies families;
    private final SessionEnds ends;
    private final TokenSubjects subjects;
    private final AccessTokens accessTokens;

    Sessions(
            UnitOfWork work,
            RefreshFamilies families,
            SessionEnds ends,
            TokenSubjects subjects,
            AccessTokens accessTokens) {
        this.work = work;
        this.families = families;
        this.ends = ends;
        this.subjects = subjects;
        this.accessTokens = accessTokens;
    }

    /** Begins a login within the transaction that proved who the person is. */
    public IssuedTokens open(Tx tx, TokenSubject subject, SessionStart start) {
        RefreshFamilies.Opened opened = families.open(tx.sql(), subject.tenant(), subject.personId(), start);
        TokenUse use = new TokenUse(Optional.of(opened.familyId()), start.clientId(), start.scopes());
        Instant startedAt = start.loggedInAt().orElseGet(Instant::now);
        return issue(subject, use, opened.familyId(), opened.token(), startedAt);
    }

    /**
     * New tokens for a refresh token; empty when it is unknown, over, another's, or was used before, which also ends its
     * login.
     *
     * @param clientId the client that shows it; empty for our own apps
     */
    public Optional<IssuedTokens> refresh(String refreshToken, Optional<String> clientId) {
        RefreshToken shown = new RefreshToken(refreshToken);
        return work.call(tx -> families.findForUpdate(tx.sql(), shown).flatMap(family -> follow(tx, family, clientId)));
    }

    /** Ends the login that a refresh token of our own apps or of that client belongs to; an unknown token changes nothing. */
    public void logout(String refreshToken, Optional<String> clientId) {
        RefreshToken shown = new RefreshToken(refreshToken);
        work.run(tx -> families.findForUpdate(tx.sql(), shown)
                .filter(family -> family.clientId().equals(clientId))
                .ifPresent(family -> ends.end(tx, family.personId(), family.familyId(), SessionEnd.LOGOUT)));
    }

    /** Ends a login within a transaction; false when it is none of the person's or over. */
    public boolean end(Tx tx, UUID personId, UUID sessionId, SessionEnd because) {
        return ends.end(tx, personId, sessionId, because);
    }

    /** Whose login a refresh token of that client would keep alive, if it is the current one of an open login. */
    public Optional<SessionOfToken> findByRefreshToken(String refreshToken) {
        return work.read(sql -> families.find(sql, new RefreshToken(refreshToken)))
                .filter(family -> !family.ended() && !family.tokenRotated())
                .map(family ->
                        new SessionOfToken(family.familyId(), family.personId(), family.clientId(), family.scopes()));
    }

    /** Whether the login is open. */
    public boolean isOpen(UUID sessionId) {
        return work.read(sql -> families.isOpen(sql, sessionId));
    }

    /** The caller's open logins. */
    public List<Session> list(Caller caller) {
        return work.read(sql -> families.listOpen(sql, caller.tenant(), caller.personId()));
    }

    /** Ends one of the caller's logins. */
    public void end(Caller caller, UUID sessionId) {
        boolean ended = work.call(tx -> ends.end(tx, caller.personId(), sessionId, SessionEnd.REVOKED));
        if (!ended) {
            throw ProblemException.notFound("no-such-session");
        }
    }

    /** Ends all of the caller's logins but the one that they call from. */
    public void endOthers(Caller caller) {
        // Of a token without a login, all are others.
        UUID kept = caller.standing().sessionId().orElse(caller.personId());
        work.run(tx -> ends.endOthers(tx, caller.personId(), kept));
    }

    /** What a token says of a person, as long as the person is known. */
    public Optional<TokenSubject> findSubject(String tenant, UUID personId) {
        return work.call(tx -> findSubject(tx, tenant, personId));
    }

    /** The same within a transaction. */
    public Optional<TokenSubject> findSubject(Tx tx, String tenant, UUID personId) {
        return subjects.findSubject(tx, tenant, personId);
    }

    /**
     * A login that a refresh token belongs to.
     *
     * @param clientId whose login it is; empty for our own apps
     */
    public record SessionOfToken(UUID sessionId, UUID personId, Optional<String> clientId, Set<String> scopes) {

        public SessionOfToken {
            scopes = Set.copyOf(scopes);
        }
    }

    private Optional<IssuedTokens> follow(Tx tx, RefreshFamily family, Optional<String> clientId) {
        return switch (family.verdict(clientId)) {
            case ROTATE -> {
                TokenSubject subject = subjects.getSubject(tx, family.tenant(), family.personId());
                TokenUse use = new TokenUse(Optional.of(family.familyId()), family.clientId(), family.scopes());
                RefreshToken next = families.rotate(tx.sql(), family.familyId());
                yield Optional.of(issue(subject, use, family.familyId(), next, family.startedAt()));
            }
            case REVOKE -> {
                ends.end(tx, family.personId(), family.familyId(), SessionEnd.REUSE);
                yield Optional.empty();
            }
            case REFUSE -> Optional.empty();
        };
    }

    private IssuedTokens issue(
            TokenSubject subject, TokenUse use, UUID sessionId, RefreshToken refreshToken, Instant startedAt) {
        return new IssuedTokens(
                accessTokens.sign(subject, use),
                accessTokens.lifetime(use),
                refreshToken.value(),
                subject,
                sessionId,
                startedAt,
                use.scopes());
    }
}
