package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a run with more and more instances showed, as a table for docs/scaling.md. */
final class ScaleReport {

    private final PrintWriter out;

    ScaleReport(PrintWriter out) {
        this.out = out;
    }

    /** A line as soon as it is known. */
    void print(ScaleStep step) {
        line(
                "%d of each%s: %.1f sagas/s, %.1f cores, %.0f ms of a core a saga in services (%s)",
                step.instances(),
                step.slowed() ? ", in time slots" : "",
                step.perSecond(),
                step.cores(),
                step.serviceMillis(),
                step.cpuMillis().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(part -> String.format(Locale.ROOT, "%s %.0f", part.getKey(), part.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    void print(List<ScaleStep> steps, Duration killed, Holdings held, long sagas) {
        line("");
        line("| instances of each | each runs | sagas/s | of one | cores busy | ms of a core a saga: booking | payment"
                + " | compliance | PostgreSQL | three brokers | longest without an assignment while they joined |");
        line("|---|---|---|---|---|---|---|---|---|---|---|");
        for (ScaleStep step : steps) {
            line(
                    "| %d | %s | %.1f | × %.2f | %.1f | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f s |",
                    step.instances(),
                    step.slowed() ? "in time slots" : "freely",
                    step.perSecond(),
                    step.perSecond() / one(steps, step.slowed()),
                    step.cores(),
                    step.millis(LoadStack.BOOKING),
                    step.millis(LoadStack.PAYMENT),
                    step.millis(LoadStack.COMPLIANCE),
                    step.millis("postgres"),
                    step.millis("brokers"),
                    step.joining().toMillis() / 1_000.0);
        }
        line("");
        line("one of each killed: longest without an assignment %.1f s", killed.toMillis() / 1_000.0);
        line(
                "a saga: %.1f records, %,d bytes on topics (each copy), %,d lasting and %,d passing bytes in databases,"
                        + " %,d bytes of PostgreSQL's log",
                (double) held.records() / sagas,
                held.topics() / sagas,
                held.lasting() / sagas,
                held.passing() / sagas,
                held.log() / sagas);
    }

    private static double one(List<ScaleStep> steps, boolean slowed) {
        return steps.stream()
                .filter(step -> step.instances() == 1 && step.slowed() == slowed)
                .mapToDouble(ScaleStep::perSecond)
                .findFirst()
                .orElseThrow();
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
