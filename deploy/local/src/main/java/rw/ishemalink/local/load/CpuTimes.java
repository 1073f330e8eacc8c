package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import rw.ishemalink.local.parts.Part;

/** Processor time of parts from one moment to another; a part is all its instances that run then. */
final class CpuTimes {

    private final Supplier<Map<String, Collection<? extends Part>>> parts;
    private final Map<String, Duration> before;
    private final long beginNanos = System.nanoTime();

    private CpuTimes(Supplier<Map<String, Collection<? extends Part>>> parts) {
        this.parts = parts;
        this.before = measure();
    }

    static CpuTimes begin(Supplier<Map<String, Collection<? extends Part>>> parts) {
        return new CpuTimes(parts);
    }

    /** What each took since then. */
    Map<String, Duration> taken() {
        Map<String, Duration> taken = new LinkedHashMap<>();
        measure().forEach((part, now) -> taken.put(part, now.minus(before.getOrDefault(part, Duration.ZERO))));
        return taken;
    }

    /** Cores that were busy with that in the time since then. */
    double cores(Map<String, Duration> taken) {
        double nanos = System.nanoTime() - beginNanos;
        return taken.values().stream().mapToLong(Duration::toNanos).sum() / nanos;
    }

    private Map<String, Duration> measure() {
        Map<String, Duration> times = new LinkedHashMap<>();
        parts.get()
                .forEach((name, instances) -> times.put(
                        name, instances.stream().map(ProcessTimes::of).reduce(Duration.ZERO, Duration::plus)));
        times.put("load", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        return times;
    }
}
