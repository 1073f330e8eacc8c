package rw.ishemalink.analytics.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.config.LiveConfig;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Asking;
import rw.ishemalink.analytics.query.Cluster;
import rw.ishemalink.analytics.query.Question;
import rw.ishemalink.analytics.report.CellFigures;
import rw.ishemalink.analytics.report.Figures;
import rw.ishemalink.analytics.report.Today;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Looks for new figures at most twice a second, once for all who watch the same, and tells them when these have changed.
 * With nobody watching it asks nothing.
 */
@ApplicationScoped
public class LiveDesk {

    private static final Logger LOG = Logger.getLogger(LiveDesk.class);

    private final Cluster cluster;
    private final LiveConfig config;
    private final Map<LiveQuestion, Watch> watches = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-look").daemon().factory());
    private final ExecutorService asking = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("live-ask-", 0).factory());

    LiveDesk(Cluster cluster, LiveConfig config, MeterRegistry meters) {
        this.cluster = cluster;
        this.config = config;
        meters.gauge("ishema.analytics.live.watchers", all);
    }

    void start(@Observes StartupEvent event) {
        every(config.look().toMillis(), this::refresh);
        every(config.heartbeat().toMillis(), this::beat);
    }

    private void every(long millis, Runnable task) {
        var unused = timer.scheduleWithFixedDelay(() -> quietly(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        watches.values().forEach(watch -> watch.watchers().forEach(Watcher::end));
        asking.shutdownNow();
    }

    /**
     * Begins to watch.
     *
     * @return ends it; to be run once and only once what was watched is of no use any more
     * @throws ProblemException 503 when too many watch, 429 when this person does so too often
     */
    public Runnable watch(LiveQuestion question, Watcher watcher) {
        enter(watcher.personId());
        Watch watch = watches.compute(question, (_, known) -> {
            Watch one = known == null ? new Watch() : known;
            one.watchers().add(watcher);
            return one;
        });
        asking.execute(() -> quietly(() -> refresh(question, watch)));
        return () -> leave(question, watcher);
    }

    /** What there is to see; empty until it is known. */
    public Optional<LiveState> findState(LiveQuestion question) {
        return Optional.ofNullable(watches.get(question)).flatMap(Watch::findState);
    }

    private void enter(UUID personId) {
        if (all.incrementAndGet() > config.mostWatchers()) {
            all.decrementAndGet();
            throw ProblemException.unavailable("too-many-watch");
        }
        if (open.merge(personId, 1, Integer::sum) > config.mostPerPerson()) {
            left(personId);
            throw ProblemException.tooManyRequests("watching-too-often", config.mostPerPerson());
        }
    }

    private void left(UUID personId) {
        all.decrementAndGet();
        open.computeIfPresent(personId, (_, count) -> count == 1 ? null : count - 1);
    }

    private void leave(LiveQuestion question, Watcher watcher) {
        boolean[] was = new boolean[1];
        watches.computeIfPresent(question, (_, watch) -> {
            was[0] = watch.watchers().remove(watcher);
            return watch.watchers().isEmpty() ? null : watch;
        });
        if (was[0]) {
            left(watcher.personId());
        }
    }

    private void refresh() {
        watches.forEach((question, watch) -> {
            new ArrayList<>(watch.watchers()).stream().filter(Watcher::isOver).forEach(Watcher::end);
            asking.execute(() -> quietly(() -> refresh(question, watch)));
        });
    }

    private void beat() {
        watches.values().forEach(watch -> watch.watchers().forEach(Watcher::look));
    }

    private void refresh(LiveQuestion question, Watch watch) {
        watch.refresh(watcher -> {
            LocalDate today = LocalDate.now(Period.KIGALI);
            CellFigures figures = new CellFigures(onBehalfOf(watcher.token()));
            return LiveState.of(
                    question,
                    today,
                    Today.make(question.panels(), question.tenant().orElse(Figures.ALL_TENANTS), today, figures));
        });
    }

    private Asking onBehalfOf(String token) {
        return new Asking() {
            @Override
            public <T> Answer<T> ask(Question<T> question) {
                return cluster.ask(question, token);
            }
        };
    }

    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warnf("figures of today are not known now, trying again: %s", e);
        }
    }
}
