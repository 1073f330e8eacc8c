package rw.ishemalink.identity.oidc;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.identity.token.TokenUse;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.IdentityChange;

/** Registers clients and ends them; knows who a client is by its secret. */
@ApplicationScoped
public class OAuthClients {

    private static final String USSD_CLIENT = "ussd";
    private static final int SHORTEST_GIVEN_SECRET = 16;

    private final UnitOfWork work;
    private final ClientStore store;
    private final ClientSecrets secrets;
    private final SessionEnds sessions;
    private final StandingEvents events;
    private final Optional<String> ussdSecret;

    OAuthClients(
            UnitOfWork work,
            ClientStore store,
            ClientSecrets secrets,
            SessionEnds sessions,
            StandingEvents events,
            IdentityConfig config) {
        this.work = work;
        this.store = store;
        this.secrets = secrets;
        this.sessions = sessions;
        this.events = events;
        this.ussdSecret = config.clients().ussdSecret();
    }

    /** A new client and its secret, which is not stored and not shown again; a public client has none. */
    public record Registered(OAuthClient client, Optional<String> secret) {

        /** Never the secret: this text could reach logs. */
        @Override
        public String toString() {
            return "Registered[" + client.clientId() + "]";
        }
    }

    /** The client of the USSD part is there from the start, with the secret of the configuration. */
    void start(@Observes StartupEvent event) {
        ussdSecret.ifPresent(secret -> {
            if (secret.length() < SHORTEST_GIVEN_SECRET) {
                throw new IllegalStateException(
                        "ISHEMA_USSD_CLIENT_SECRET is too short to be a secret: give 16 characters or more");
            }
            byte[] hash = secrets.hash(USSD_CLIENT, secret);
            work.run(tx -> {
                if (!store.insert(tx.sql(), ussd(), Optional.of(hash))) {
                    store.changeSecret(tx.sql(), USSD_CLIENT, hash);
                }
            });
        });
    }

    /** Registers a client; 409 when its id is or was taken. */
    public Registered register(Caller administrator, OAuthClient client) {
        Optional<String> secret = client.confidential() ? Optional.of(secrets.next()) : Optional.empty();
        work.run(tx -> {
            Tenants.check(tx.sql(), client.tenant());
            if (!store.insert(tx.sql(), client, secret.map(it -> secrets.hash(client.clientId(), it)))) {
                throw ProblemException.conflict("client-exists", client.clientId());
            }
            events.publish(
                    tx,
                    client.tenant(),
                    client.subjectId(),
                    fact(IdentityChange.CLIENT_MADE, client).by(administrator.personId()));
        });
        return new Registered(client, secret);
    }

    /** Clients, those that ended too. */
    public List<OAuthClient> list() {
        return work.read(store::listAll);
    }

    /** A new secret; the old one is good no longer. */
    public String rotateSecret(String clientId) {
        String secret = secrets.next();
        boolean changed = work.call(tx -> store.changeSecret(tx.sql(), clientId, secrets.hash(clientId, secret)));
        if (!changed) {
            throw ProblemException.notFound("no-such-client");
        }
        return secret;
    }

    /** Ends a client and every login that came of it. */
    public void end(Caller administrator, String clientId) {
        work.run(tx -> {
            OAuthClient ended =
                    store.end(tx.sql(), clientId).orElseThrow(() -> ProblemException.notFound("no-such-client"));
            sessions.endAllOfClient(tx, ended.tenant(), clientId, ended.subjectId());
            events.publish(
                    tx,
                    ended.tenant(),
                    ended.subjectId(),
                    fact(IdentityChange.CLIENT_ENDED, ended).by(administrator.personId()));
        });
    }

    /** The client of that id, if it has not ended. */
    public Optional<OAuthClient> find(String clientId) {
        return work.read(sql -> store.findActive(sql, clientId)).map(ClientStore.Known::client);
    }

    /** The client, if it showed its secret, or has none and showed none. */
    Optional<OAuthClient> authenticate(String clientId, Optional<String> secret) {
        return work.read(sql -> store.findActive(sql, clientId))
                .filter(known -> isProof(known, secret))
                .map(ClientStore.Known::client);
    }

    private boolean isProof(ClientStore.Known known, Optional<String> shown) {
        if (known.secretHash().isEmpty()) {
            return shown.isEmpty();
        }
        return shown.isPresent()
                && MessageDigest.isEqual(
                        known.secretHash().get(), secrets.hash(known.client().clientId(), shown.get()));
    }

    private static StandingFact fact(IdentityChange change, OAuthClient client) {
        StandingFact fact = StandingFact.of(change).because(client.clientId());
        return client.role()
                .map(role -> fact.about(role.name(), Optional.empty(), client.agency()))
                .orElse(fact);
    }

    private static OAuthClient ussd() {
        return new OAuthClient(
                USSD_CLIENT,
                TimeOrderedId.next(),
                Tenants.DEFAULT,
                "USSD",
                true,
                Set.of(GrantType.TOKEN_EXCHANGE),
                List.of(),
                List.of(),
                Set.of(TokenUse.USSD),
                Optional.empty(),
                Optional.empty(),
                true,
                Instant.now(),
                Optional.empty());
    }
}
