package rw.ishemalink.local.stack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import rw.ishemalink.local.child.Ports;
import rw.ishemalink.local.parts.Contracts;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.parts.PartFailedException;

/**
 * One start of a stack: each part begins as soon as what it needs is there, a few at a time, for each keeps a core busy
 * while it starts.
 */
public final class StackStart {

    private static final int FEWEST_AT_ONCE = 2;
    private final LocalStack stack;
    private final RunFiles files;
    private final StackProgress progress;
    private final Semaphore atOnce =
            new Semaphore(Math.max(FEWEST_AT_ONCE, Runtime.getRuntime().availableProcessors()), true);
    private final Queue<Part> startedHere = new ConcurrentLinkedQueue<>();
    /** Read: somebody starts a process. Write: nobody does, and nobody will any more. */
    private final ReadWriteLock launches = new ReentrantReadWriteLock();

    private volatile boolean cancelled;

    StackStart(LocalStack stack, RunFiles files, StackProgress progress) {
        this.stack = stack;
        this.files = files;
        this.progress = progress;
    }

    /**
     * Starts what does not run yet.
     *
     * @throws PartFailedException the first failure
     */
    public void run() {
        requireProgramsAndPorts();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> database = step(threads, () -> {
                bring(stack.postgres());
                stack.createDatabases();
            });
            CompletableFuture<Void> broker = step(threads, () -> {
                bring(stack.kafka());
                Contracts.createTopics(stack.kafka().bootstrapServers());
                Contracts.admitAgencies(stack.kafka().bootstrapServers(), stack::agencyPassword);
            });
            CompletableFuture<Void> registry = database.thenRunAsync(
                    () -> {
                        bring(stack.registry());
                        Contracts.register(stack.registry().url());
                    },
                    threads);
            CompletableFuture<Void> parts = CompletableFuture.allOf(database, broker);
            Stream<CompletableFuture<Void>> services = stack.services().stream()
                    .map(service -> (service.service().database().isPresent() ? parts : broker)
                            .thenRunAsync(() -> bring(service), threads));
            await(CompletableFuture.allOf(
                    Stream.concat(Stream.of(registry), services).toArray(CompletableFuture<?>[]::new)));
        }
    }

    private static CompletableFuture<Void> step(Executor threads, Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private static void await(CompletableFuture<Void> all) {
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Starts no further part and stops those that were started here. For another thread. */
    public void cancel(StackProgress stopping) {
        launches.writeLock().lock();
        try {
            cancelled = true;
        } finally {
            launches.writeLock().unlock();
        }
        new StackStop(stack, files, stopping).stop(List.copyOf(startedHere));
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled;
    }

    private void bring(Part part) {
        try {
            if (part.isAlive()) {
                part.awaitReady();
                progress.foundReady(part.name());
            } else {
                startInTurn(part);
            }
        } catch (PartFailedException e) {
            if (!cancelled) {
                progress.failed(part.name(), String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private void startInTurn(Part part) {
        atOnce.acquireUninterruptibly();
        try {
            long begin = System.nanoTime();
            launch(part);
            part.awaitReady();
            progress.ready(part.name(), Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            atOnce.release();
        }
    }

    private void launch(Part part) {
        launches.readLock().lock();
        try {
            if (cancelled) {
                throw new PartFailedException(part.name() + ": not started, the start was cancelled");
            }
            part.launch();
            stack.record(part);
            startedHere.add(part);
        } finally {
            launches.readLock().unlock();
        }
        progress.started(part.name(), part.port());
    }

    /** Before anything is started, for a half-started stack helps nobody. */
    private void requireProgramsAndPorts() {
        DiskSpace.require(stack.options().parts().home());
        stack.services().forEach(ServicePart::requireProgram);
        Map<String, Integer> needed = new LinkedHashMap<>();
        stack.parts().stream().filter(part -> !part.isAlive()).forEach(part -> needed.put(part.name(), part.port()));
        if (needed.containsKey("kafka")) {
            needed.put("agencies of kafka", stack.agenciesPort());
        }
        if (needed.containsKey("gateway")) {
            needed.put("https of gateway", stack.httpsPort());
        }
        if (needed.containsKey("simulators")) {
            needed.put("mail of simulators", stack.smtpPort());
        }
        List<String> taken = needed.entrySet().stream()
                .filter(entry -> !Ports.isFree(entry.getValue()))
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .toList();
        if (!taken.isEmpty()) {
            throw new PartFailedException("taken by another program: port " + String.join(", port ", taken)
                    + "; stop that one or shift all ports with ISHEMA_PORT_OFFSET=1000");
        }
    }
}
