package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.identity.IdentityChange;

/**
 * Ends logins before their time: refresh tokens at once, access tokens as soon as the services hear of it. Who calls it
 * holds the lock on the person's row where new logins must not slip in.
 */
@Singleton
public class SessionEnds {

    private final RefreshFamilies families;
    private final Revocations revocations;
    private final StandingEvents events;
    private final Duration accessLifetime;

    SessionEnds(RefreshFamilies families, Revocations revocations, StandingEvents events, IdentityConfig config) {
        this.families = families;
        this.revocations = revocations;
        this.events = events;
        this.accessLifetime = config.tokens().accessLifetime();
    }

    /** Ends every login of a person. */
    public void endAllOf(Tx tx, String tenant, UUID personId, SessionEnd because) {
        endAllOf(tx, tenant, Set.of(personId), because);
    }

    /** Ends every login of people of a tenant, with a few statements however many they are. */
    public void endAllOf(Tx tx, String tenant, Collection<UUID> people, SessionEnd because) {
        List<Revocation> told = tellOf(families.endAllOf(tx.sql(), people, because));
        // Tokens without a session, e.g. of a phone that a network vouched for. Who logs in again in the same second is
        // not meant: tokens are dated to the second.
        Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusMillis(1);
        new TreeSet<>(people)
                .forEach(person -> told.add(new Revocation(tenant, person, Optional.empty(), until, end())));
        revocations.publish(tx, told);
    }

    /** Ends every login of everybody in a tenant. */
    public void endAllIn(Tx tx, String tenant, SessionEnd because) {
        endAllOf(tx, tenant, families.listPeopleIn(tx.sql(), tenant), because);
    }

    /** Ends every login of somebody else, which is told. */
    public void endAllOf(Tx tx, String tenant, UUID personId, UUID administrator) {
        endAllOf(tx, tenant, personId, SessionEnd.REVOKED);
        events.publish(
                tx,
                tenant,
                personId,
                StandingFact.of(IdentityChange.SESSION_ENDED).by(administrator).because(SessionEnd.REVOKED.name()));
    }

    /** Ends every login of a person but the one they are in. */
    void endOthers(Tx tx, UUID personId, UUID kept) {
        revocations.publish(tx, tellOf(families.endOthers(tx.sql(), personId, kept, SessionEnd.REVOKED)));
    }

    /** Ends one login; false when it is none of the person's or over. */
    boolean end(Tx tx, UUID personId, UUID sessionId, SessionEnd because) {
        Optional<EndedSession> ended = families.end(tx.sql(), personId, sessionId, because);
        revocations.publish(tx, tellOf(ended.stream().toList()));
        if (because == SessionEnd.REUSE) {
            ended.ifPresent(it -> events.publish(
                    tx,
                    it.tenant(),
                    personId,
                    StandingFact.of(IdentityChange.SESSION_ENDED).because(because.name())));
        }
        return ended.isPresent();
    }

    /** Ends what came of a client: the logins of people, and its own tokens. */
    public void endAllOfClient(Tx tx, String tenant, String clientId, UUID subjectId) {
        List<Revocation> told = tellOf(families.endAllOfClient(tx.sql(), clientId, SessionEnd.CLIENT_ENDED));
        told.add(new Revocation(tenant, subjectId, Optional.empty(), end(), end()));
        revocations.publish(tx, told);
    }

    /** A login that ended never gets another token: whatever an instance's clock says, all of its tokens are meant. */
    private List<Revocation> tellOf(List<EndedSession> ended) {
        List<Revocation> told = new ArrayList<>();
        ended.stream()
                .filter(EndedSession::tokensLive)
                .map(it -> new Revocation(it.tenant(), it.personId(), Optional.of(it.sessionId()), end(), end()))
                .forEach(told::add);
        return told;
    }

    private Instant end() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(accessLifetime);
    }
}
