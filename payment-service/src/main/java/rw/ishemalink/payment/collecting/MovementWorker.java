package rw.ishemalink.payment.collecting;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import rw.ishemalink.payment.collecting.Errands.Errand;

/**
 * Moves money: claims what is due in one transaction, calls the provider outside of any, records the outcome in another.
 * Whoever dies in between leaves a claim that lapses and an order that counts as sent: the next worker asks first.
 */
@ApplicationScoped
public class MovementWorker {

    private static final Logger LOG = Logger.getLogger(MovementWorker.class);

    /** Who works on one kind of errands at one provider. */
    private record Desk<E extends Errand>(Errands<E> errands, Crew crew) {}

    private final Providers providers;
    private final List<Desk<?>> desks = new ArrayList<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("movement-", 0).factory());

    MovementWorker(@All List<Errands<?>> kinds, Providers providers) {
        this.providers = providers;
        for (Provider provider : Provider.values()) {
            kinds.forEach(errands -> desks.add(desk(errands, provider)));
        }
    }

    private static <E extends Errand> Desk<E> desk(Errands<E> errands, Provider provider) {
        return new Desk<>(errands, new Crew(provider, errands.callsAtOnce()));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** Takes up as many due errands as there are free hands; does not wait for their calls. */
    public void sweep() {
        for (Desk<?> desk : desks) {
            sweep(desk);
        }
    }

    private <E extends Errand> void sweep(Desk<E> desk) {
        Crew crew = desk.crew();
        int free = crew.takeFree();
        int taken = 0;
        try {
            if (free > 0) {
                for (E errand : desk.errands().claim(crew.provider(), free)) {
                    threads.execute(() -> work(desk, errand));
                    taken++;
                }
                crew.tookAll(taken == free);
            }
        } finally {
            crew.giveBack(free - taken);
        }
    }

    private <E extends Errand> void work(Desk<E> desk, E errand) {
        try {
            desk.errands().record(errand, ask(desk, errand));
        } catch (RuntimeException e) {
            LOG.errorf(e, "movement %s could not be recorded; its claim lapses", errand.reference());
        } finally {
            desk.crew().giveBack(1);
        }
        if (desk.crew().shouldLookAgain()) {
            sweepAgain(desk);
        }
    }

    private void sweepAgain(Desk<?> desk) {
        try {
            sweep(desk);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "sweep of %s failed, the timer tries again: %s", desk.crew().provider(), e);
        }
    }

    /** No transaction is open here. */
    private <E extends Errand> Answer ask(Desk<E> desk, E errand) {
        MobileMoney provider = providers.get(desk.crew().provider());
        Errands<E> errands = desk.errands();
        try {
            return switch (errand.step()) {
                case SEND -> errands.send(provider, errand);
                case ASK -> errands.question(provider, errand);
                case ASK_OR_RESEND -> {
                    Answer answer = errands.question(provider, errand);
                    yield answer instanceof Answer.NotFound ? errands.send(provider, errand) : answer;
                }
                case WAIT -> new Answer.NotTried();
                case DROP -> new Answer.Failed(MovementRules.NOT_SENT);
            };
        } catch (RuntimeException e) {
            LOG.warnf("no answer about movement %s: %s", errand.reference(), e.getMessage());
            return new Answer.Unknown();
        }
    }
}
