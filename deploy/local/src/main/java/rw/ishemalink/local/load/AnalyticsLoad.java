package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Analytics by Kafka Streams side by side with materialised views of PostgreSQL, over the same bookings, on the same
 * machine, in one run.
 */
public final class AnalyticsLoad {

    private final Path checkout;
    private final AnalyticsOptions options;
    private final PrintWriter out;

    /** A load that is yet to run. */
    public AnalyticsLoad(Path checkout, AnalyticsOptions options, PrintWriter out) {
        this.checkout = checkout;
        this.options = options;
        this.out = out;
    }

    /** Runs it and prints the figures; false if the two do not know the same. */
    public boolean run() {
        out.println("starting PostgreSQL, Kafka, the registry, the gateway and " + AnalyticsRun.ANALYTICS);
        out.flush();
        try (LoadStack stack = new LoadStack(
                        checkout,
                        Map.of(
                                AnalyticsRun.GATEWAY,
                                Map.of(),
                                AnalyticsRun.ANALYTICS,
                                Map.of(
                                        // A copy as soon as there is a second instance, which then takes its share
                                        // soon.
                                        "ISHEMA_STANDBY_REPLICAS", "1",
                                        // One for each core.
                                        "ISHEMA_STREAM_THREADS", "2",
                                        "JAVA_TOOL_OPTIONS", "-Dkafka-streams.probing.rebalance.interval.ms=60000")));
                AnalyticsRun run = new AnalyticsRun(stack, options, out)) {
            stack.stack().stop(AnalyticsRun.ANALYTICS);
            run.fill();
            measure(run);
            return run.conclude();
        }
    }

    private void measure(AnalyticsRun run) {
        CatchUpStage catchUp = new CatchUpStage(run);
        if (options.stages().contains(AnalyticsStage.CATCH_UP)) {
            catchUp.measure();
        } else {
            catchUp.service();
        }
        for (AnalyticsStage stage : AnalyticsStage.values()) {
            if (options.stages().contains(stage)) {
                switch (stage) {
                    case CATCH_UP -> run.print("");
                    case QUERIES -> new QueriesStage(run).measure();
                    case FRESHNESS -> new FreshnessStage(run).measure();
                    case EQUALITY -> new EqualityStage(run).compare("after all that");
                    case INSTANCES -> new InstancesStage(run).measure();
                }
            }
        }
    }
}
