package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Drivers' positions as fast as the machine takes them, under kills and from phones that come back after hours, with each fix
 * counted in and out.
 */
public final class PositionLoad {

    private final Path checkout;
    private final PositionOptions options;
    private final PrintWriter out;

    /** A load that is yet to run. */
    public PositionLoad(Path checkout, PositionOptions options, PrintWriter out) {
        this.checkout = checkout;
        this.options = options;
        this.out = out;
    }

    /** Runs it and prints the figures; false if a fix is lost, there twice or on the wrong trip. */
    public boolean run() {
        out.println("starting PostgreSQL, Kafka, the registry and " + LoadStack.TRACKING);
        out.flush();
        try (LoadStack stack = new LoadStack(checkout, Map.of(LoadStack.TRACKING, Map.of()));
                PositionRun run = new PositionRun(stack, options, out)) {
            ThroughputStages throughput = new ThroughputStages(run);
            throughput.alone();
            run.heading();
            throughput.warmUp();
            for (PositionStage stage : PositionStage.values()) {
                if (options.stages().contains(stage)) {
                    switch (stage) {
                        case BATCHES -> throughput.batches();
                        case SINGLES -> throughput.singles();
                        case TRACCAR -> throughput.traccar();
                        case GROWTH -> throughput.growth();
                        case LIVE -> new LiveStage(run).measure();
                        case KILLS -> new KillStage(run).measure();
                        case LATE -> new LateStage(run).measure();
                    }
                }
            }
            run.wrong().forEach(what -> run.print("%s%n", what));
            boolean right = run.wrong().isEmpty();
            run.print(
                    "%s%n",
                    right ? "right: every fix that was taken is there, once and on its trip" : "WRONG: see above");
            return right;
        }
    }
}
