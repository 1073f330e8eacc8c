package rw.ishemalink.identity.token;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.standing.StandingEvents;
import rw.ishemalink.identity.standing.StandingFact;
import rw.ishemalink.identity.token.SigningKeyStore.Turn;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.identity.IdentityChange;

/**
 * Turns the signing keys over: by schedule and by hand. The next key signs only when it was published for so long that
 * everybody who verifies knows it; a retired one stays published until the last token that it signed has ended.
 */
@ApplicationScoped
public class KeyRotation {

    /** Stands for the signing keys where an event needs somebody it is about. */
    public static final UUID THE_KEYS = new UUID(0, 1);

    private static final String PLATFORM = "ishemalink";
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    /** An instance may sign with a key for a moment after it was retired, and clocks differ. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final UnitOfWork work;
    private final SigningKeyStore store;
    private final SigningKeys keys;
    private final StandingEvents events;
    private final IdentityConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-rotation").daemon().factory());

    KeyRotation(
            UnitOfWork work, SigningKeyStore store, SigningKeys keys, StandingEvents events, IdentityConfig config) {
        this.work = work;
        this.store = store;
        this.keys = keys;
        this.events = events;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long look = config.keys().look().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /**
     * Turns the keys over now.
     *
     * @param unknownToo even if whoever verifies may not know the next key yet: tokens are refused for a while by those
     */
    public void rotate(UUID administrator, boolean unknownToo) {
        work.run(tx -> {
            Turn turn = findTurn(tx).orElseThrow();
            if (!turn.nextKnown() && !unknownToo) {
                throw ProblemException.conflict(
                        "next-key-not-known", config.keys().lead().toMinutes());
            }
            turn(tx, turn, Optional.of(administrator));
        });
        refresh();
    }

    /** Does what is due. */
    void look() {
        try {
            work.run(tx -> {
                findTurn(tx).filter(it -> it.due() && it.nextKnown()).ifPresent(it -> turn(tx, it, Optional.empty()));
                store.forgetRetired(tx.sql(), config.tokens().accessLifetime().plus(MARGIN));
            });
            refresh();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "signing keys cannot be looked at, trying again: %s",
                    e.getClass().getSimpleName());
        }
    }

    private Optional<Turn> findTurn(Tx tx) {
        return store.findTurnForUpdate(
                tx.sql(), config.keys().period(), config.keys().lead());
    }

    private void turn(Tx tx, Turn turn, Optional<UUID> administrator) {
        if (turn.nextKid().isEmpty()) {
            return;
        }
        store.turn(tx.sql(), turn.kid(), turn.nextKid().get());
        StandingFact fact = StandingFact.of(IdentityChange.KEY_ROTATED);
        events.publish(tx, PLATFORM, THE_KEYS, administrator.map(fact::by).orElse(fact));
    }

    private void refresh() {
        keys.makeWhatIsMissing();
        keys.reload();
    }
}
