package rw.ishemalink.analytics.summary;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.config.SummaryConfig;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Span;

/**
 * Publishes the sums that may leave the country, by the one instance whose turn it is, and only when every partition
 * answered: a sum without one of them would be too low, or would seem to be of too few people. Doing it twice changes
 * nothing.
 */
@ApplicationScoped
class SummaryPublisher {

    /** A booking of two months ago is delivered or called off; money goes back sooner. */
    private static final int DAYS = 62;

    private static final int MONTHS = 13;

    private static final Logger LOG = Logger.getLogger(SummaryPublisher.class);

    private final SummaryCells cells;
    private final SummaryTopic topic;
    private final SummaryConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("summary").daemon().factory());

    SummaryPublisher(SummaryCells cells, SummaryTopic topic, SummaryConfig config) {
        this.cells = cells;
        this.topic = topic;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        after(shorter(config.retry(), config.every()));
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void after(Duration wait) {
        try {
            var unused = timer.schedule(this::work, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Stopping.
            LOG.debug("no more summaries", e);
        }
    }

    private void work() {
        boolean done = false;
        try {
            done = !cells.isOurTurn() || publish(Instant.now());
        } catch (RuntimeException e) {
            LOG.warnf("summaries could not be published, trying again: %s", e);
        }
        after(done ? config.every() : shorter(config.retry(), config.every()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether it was done. */
    boolean publish(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Period.KIGALI);
        YearMonth month = YearMonth.from(today);
        LocalDate firstDay = today.minusDays(DAYS);
        YearMonth firstMonth = month.minusMonths(MONTHS);
        List<Span> spans = new ArrayList<>(Span.days(firstDay, today));
        spans.addAll(Span.months(firstMonth, month));
        CellAnswer answer = cells.get(spans);
        Instant asOf = answer.freshness().asOf();
        if (!answer.freshness().complete() || answer.freshness().standby()) {
            return false;
        }
        if (asOf != null) {
            topic.publish(SummaryChanges.of(
                    topic.read(),
                    SummaryRecords.of(answer.cells(), config.country(), asOf),
                    new SummaryChanges.Window(firstDay, firstMonth.atDay(1))));
        }
        return true;
    }
}
