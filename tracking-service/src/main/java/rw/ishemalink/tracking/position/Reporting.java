package rw.ishemalink.tracking.position;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.position.FixRules.Times;

/** Takes fixes, whatever way they come. */
@ApplicationScoped
public class Reporting {

    private final PositionLog log;
    private final TrackingConfig config;
    private final LateFixes late;
    private final LiveDelay delay;
    private final Counter taken;
    private final Counter putOff;
    private final Map<FixRefusal, Counter> refused;
    private volatile Instant lastLive = Instant.EPOCH;

    Reporting(PositionLog log, TrackingConfig config, LiveDelay delay, MeterRegistry meters) {
        this.log = log;
        this.config = config;
        this.late = new LateFixes(config.fresh(), config.lateYield());
        this.delay = delay;
        this.putOff = meters.counter("ishema.tracking.fixes.put.off");
        this.taken = meters.counter("ishema.tracking.fixes.taken");
        this.refused = new EnumMap<>(Arrays.stream(FixRefusal.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        reason -> meters.counter("ishema.tracking.fixes.refused", "reason", reason.name()))));
    }

    /**
     * What came of them, once that is safe; fails as {@link PositionLog#write} does, and with 429 when they are late and
     * live ones take long: then nothing came of them.
     */
    public CompletionStage<Judgement> report(Reporter reporter, List<Fix> fixes) {
        Times times =
                new Times(Instant.now().truncatedTo(ChronoUnit.MICROS), config.clockTolerance(), config.oldestFix());
        if (mustWait(fixes, times.now())) {
            putOff.increment(fixes.size());
            return CompletableFuture.failedStage(ProblemException.tooManyRequests("late-positions-wait"));
        }
        Judgement judgement = Judgement.of(fixes, reporter, times);
        return log.write(judgement.positions(), judgement.keptApart()).thenApply(_ -> {
            count(judgement);
            return judgement;
        });
    }

    private boolean mustWait(List<Fix> fixes, Instant now) {
        if (late.areLate(fixes, now)) {
            return late.wait(lastLive, now, delay.now());
        }
        lastLive = now;
        return false;
    }

    private void count(Judgement judgement) {
        taken.increment(judgement.positions().size());
        judgement.refused().forEach(one -> count(one.reason()));
    }

    private void count(FixRefusal reason) {
        Counter counter = refused.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
