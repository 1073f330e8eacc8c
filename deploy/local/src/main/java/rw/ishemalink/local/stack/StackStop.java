package rw.ishemalink.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import rw.ishemalink.local.child.Child;
import rw.ishemalink.local.parts.Part;

/** One stop of a stack: the door first, then the services side by side, then what they stand on. */
final class StackStop {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> FOUNDATION = List.of("registry", "kafka", "postgres");
    private final LocalStack stack;
    private final RunFiles files;
    private final StackProgress progress;

    StackStop(LocalStack stack, RunFiles files, StackProgress progress) {
        this.stack = stack;
        this.files = files;
        this.progress = progress;
    }

    void run() {
        stop(stack.parts());
        files.list().forEach(this::stopUnknown);
    }

    void stop(List<Part> parts) {
        sideBySide(parts, part -> part.name().equals("gateway"));
        sideBySide(parts, part -> !part.name().equals("gateway") && !FOUNDATION.contains(part.name()));
        FOUNDATION.forEach(name -> sideBySide(parts, part -> part.name().equals(name)));
    }

    private void sideBySide(List<Part> parts, Predicate<Part> which) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.stream().filter(which).forEach(part -> threads.execute(() -> stop(part)));
        }
    }

    private void stop(Part part) {
        if (part.isAlive()) {
            long begin = System.nanoTime();
            part.stop();
            progress.stopped(part.name(), Duration.ofNanos(System.nanoTime() - begin));
        }
        files.delete(part.name());
    }

    /** An instance that an earlier command started beside the declared ones. */
    void stopUnknown(String name) {
        files.find(name).ifPresent(process -> process.find().ifPresent(handle -> {
            Child.adopt(handle, process).stop("TERM", TIMEOUT);
            progress.stopped(name, Duration.ZERO);
        }));
        files.delete(name);
    }
}
