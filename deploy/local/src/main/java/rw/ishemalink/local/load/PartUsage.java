package rw.ishemalink.local.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rw.ishemalink.local.parts.Part;

/** How many cores this load, the service, the broker and the database keep busy from one moment to another. */
final class PartUsage {

    private static final String LOAD = "load";
    private static final int KILOBYTES = 1_024;

    private final LoadStack stack;
    private final List<String> parts;
    private final Map<String, Duration> before;
    private final long beginNanos = System.nanoTime();

    private PartUsage(LoadStack stack, List<String> parts) {
        this.stack = stack;
        this.parts = parts;
        this.before = measure();
    }

    /** From now on, of the load itself and those parts. */
    static PartUsage begin(LoadStack stack, List<String> parts) {
        return new PartUsage(stack, parts);
    }

    /** Busy cores of each since then; a part that was started anew counts from its start. */
    Map<String, Double> cores() {
        double nanos = System.nanoTime() - beginNanos;
        Map<String, Double> cores = new LinkedHashMap<>();
        measure().forEach((part, now) -> {
            long since = before.getOrDefault(part, Duration.ZERO).toNanos();
            cores.put(part, (now.toNanos() - (now.toNanos() < since ? 0 : since)) / nanos);
        });
        return cores;
    }

    private Map<String, Duration> measure() {
        Map<String, Duration> taken = new LinkedHashMap<>();
        taken.put(LOAD, of(ProcessHandle.current()));
        for (String name : parts) {
            Stream<ProcessHandle> family = ProcessHandle.of(
                            stack.stack().part(name).pid())
                    .stream()
                    .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()));
            taken.put(name, family.map(PartUsage::of).reduce(Duration.ZERO, Duration::plus));
        }
        return taken;
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that the part's process has in the machine, megabytes; 0 where the system does not tell. */
    static long residentMegabytes(Part part) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(part.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Processes that want to run, the mean of the last minute: who else is busy on this machine. */
    static double machineLoad() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
