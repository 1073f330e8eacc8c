package rw.ishemalink.compliance.work;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Several loops over the same work, which share it out by their claims. */
public final class WorkLoops {

    private final List<WorkLoop> loops;

    /**
     * Loops that do not run yet.
     *
     * @param name of each, with its number behind it
     * @param workers how many
     * @param step does one piece of work; false when there was none
     */
    public WorkLoops(String name, int workers, Duration pause, BooleanSupplier step) {
        this.loops = IntStream.rangeClosed(1, workers)
                .mapToObj(number -> new WorkLoop(name + "-" + number, pause, step))
                .toList();
    }

    public void start() {
        loops.forEach(WorkLoop::start);
    }

    /** There is work now: see {@link WorkLoop#wake}. */
    public void wake() {
        loops.forEach(WorkLoop::wake);
    }

    /** Asks all of them to end: see {@link WorkLoop#stop}. */
    public void stop() {
        loops.forEach(WorkLoop::stop);
    }
}
