package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.Map;

/**
 * What so many instances of each service did.
 *
 * @param slowed whether each ran only part of the time, and the machine had room for more
 * @param cpuMillis of a saga, by part, all its instances together
 * @param joining the longest time without an assignment from when the last of them were started until they worked
 */
record ScaleStep(
        int instances,
        boolean slowed,
        double perSecond,
        Map<String, Double> cpuMillis,
        double cores,
        Duration joining) {

    ScaleStep {
        cpuMillis = Map.copyOf(cpuMillis);
    }

    /** Of all services together, which is what more instances could make dearer. */
    double serviceMillis() {
        return ScaleLoad.GROWING.stream()
                .mapToDouble(service -> cpuMillis.getOrDefault(service, 0.0))
                .sum();
    }

    double millis(String part) {
        return cpuMillis.getOrDefault(part, 0.0);
    }
}
