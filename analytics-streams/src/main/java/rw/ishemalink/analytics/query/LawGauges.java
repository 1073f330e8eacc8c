package rw.ishemalink.analytics.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import rw.ishemalink.analytics.law.LawRule;
import rw.ishemalink.analytics.law.Violation;

/**
 * {@code law_of_dispatch_violations} by tenant and rule: those in this instance's partitions, so the sum over instances is
 * the suite's. It must read 0; a row of each rule without a tenant says that somebody counts.
 */
@ApplicationScoped
class LawGauges {

    static final String NAME = "law.of.dispatch.violations";

    private static final Logger LOG = Logger.getLogger(LawGauges.class);
    private static final int EVERY_SECONDS = 5;
    private static final String NO_TENANT = "";

    private final LocalStores stores;
    private final MultiGauge gauges;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("law-gauges").daemon().factory());

    LawGauges(LocalStores stores, MeterRegistry meters) {
        this.stores = stores;
        this.gauges = MultiGauge.builder(NAME)
                .description("bookings that broke the law of dispatch")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        read();
        var unused = timer.scheduleWithFixedDelay(this::read, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void read() {
        try {
            gauges.register(
                    rows(stores.answer(ViolationQuestion.ofAll(), Reading.ACTIVE).stream()
                            .flatMap(part -> part.rows().stream())
                            .toList()),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("violations could not be counted, trying again: %s", e);
        }
    }

    private static List<Row<?>> rows(List<Violation> violations) {
        List<Row<?>> rows = new ArrayList<>();
        for (LawRule rule : LawRule.values()) {
            rows.add(Row.of(tags(NO_TENANT, rule.id()), 0));
        }
        Map<Tags, Long> counted = violations.stream()
                .collect(Collectors.groupingBy(
                        violation -> tags(violation.tenant(), violation.rule()), Collectors.counting()));
        counted.forEach((tags, count) -> rows.add(Row.of(tags, count)));
        return rows;
    }

    private static Tags tags(String tenant, String rule) {
        return Tags.of("tenant", tenant, "rule", rule);
    }
}
