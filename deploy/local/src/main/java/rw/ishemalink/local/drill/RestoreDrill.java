package rw.ishemalink.local.drill;

import static rw.ishemalink.local.drill.DrillReport.megabytes;
import static rw.ishemalink.local.drill.DrillReport.seconds;
import static rw.ishemalink.local.drill.DrillReport.since;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.backup.DatabaseArchive;
import rw.ishemalink.local.backup.DatabaseRestore;
import rw.ishemalink.local.backup.DatabaseRestore.Restored;
import rw.ishemalink.local.backup.OffsetRewind;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.load.DrillProof;
import rw.ishemalink.local.load.DrillStage;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.stack.LocalStack;

/**
 * Destroys the databases of a running, loaded stack of its own, brings them back from the archive, and proves that bookings,
 * books and trail agree with what clients were told.
 */
public final class RestoreDrill {

    /** Loss of acknowledged bookings that the archive may cost when nobody waits for it. */
    private static final Duration FOLLOWING_GOAL = Duration.ofSeconds(1);

    private static final int RIDES_AT_ONCE = 12;
    private static final int ARRIVALS_BEFORE = 30;
    private static final int ARRIVALS_AFTER = 20;

    private final Path checkout;
    private final int bookings;
    private final ArchiveMode mode;
    private final DrillReport report;

    /**
     * A drill that is yet to run.
     *
     * @param bookings how many there are before the disaster, beside the rides
     */
    public RestoreDrill(Path checkout, int bookings, ArchiveMode mode, PrintWriter out) {
        this.checkout = checkout;
        this.bookings = bookings;
        this.mode = mode;
        this.report = new DrillReport(out);
    }

    /** Runs it and prints the figures; false if more was lost than may be, or anything does not agree. */
    public boolean run() {
        report.print(
                "starting PostgreSQL, Kafka, the registry, simulators, %s%n", String.join(", ", DrillStage.SERVICES));
        try (DrillStage stage = new DrillStage(checkout)) {
            LocalStack stack = stage.stack();
            DatabaseArchive archive = new DatabaseArchive(
                    stack.options().parts(), stack.postgres(), stage.home().resolve("objects"), 0, 0, mode);
            try {
                archive.start();
                load(stage, archive);
                return recover(stage, archive);
            } finally {
                archive.archive().kill();
                archive.store().kill();
            }
        }
    }

    private void load(DrillStage stage, DatabaseArchive archive) {
        report.print(
                "%,d bookings, %.0f a second, archive %s%n",
                bookings, stage.book(bookings), mode.name().toLowerCase(Locale.ROOT));
        report.print("services had dealt with them %.1f s after the last%n", seconds(stage.awaitDealtWith()));
        stage.ride(RIDES_AT_ONCE);
        stage.awaitArrivals(ARRIVALS_BEFORE);
        Backup backup = archive.take();
        report.print(
                "backup of %,d MB, %,d MB sealed, in %.1f s while rides went on%n",
                megabytes(backup.bytes()),
                megabytes(backup.sealedBytes()),
                seconds(Duration.between(backup.startedAt(), backup.endedAt())));
        stage.awaitArrivals(ARRIVALS_BEFORE);
    }

    private boolean recover(DrillStage stage, DatabaseArchive archive) {
        LocalStack stack = stage.stack();
        long told = stage.countTold();
        stack.postgres().kill();
        Instant disaster = Instant.now();
        long begin = System.nanoTime();
        Folders.delete(stack.postgres().dataFolder());
        report.print(
                "PostgreSQL is killed and its folder deleted, after %,d answers and %,d rides%n",
                told, stage.countArrived());

        Thread stopping = Thread.ofVirtual().start(() -> services(stack, Part::stop));
        Restored restored = new DatabaseRestore(stack.options().parts(), archive).run(new RecoveryTarget.Latest());
        join(stopping);
        long again = new OffsetRewind(stack.kafka().bootstrapServers()).run(Set.copyOf(DrillStage.SERVICES), disaster);
        Duration untilDatabase = since(begin);
        stack.postgres().start();
        services(stack, Part::start);
        while (!stage.takesBooking()) {
            Thread.onSpinWait();
        }
        Duration recovery = since(begin);
        report.print(
                "restored %,d MB in %.1f s, %d files of the log in %.1f s; %,d events are heard again%n",
                megabytes(restored.bytes()),
                seconds(restored.laying()),
                restored.segments(),
                seconds(restored.recovering()),
                again);
        report.print("database after %.1f s, first booking after %.1f s%n", seconds(untilDatabase), seconds(recovery));
        return prove(stage, archive, disaster, recovery);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void services(LocalStack stack, Consumer<Part> act) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(stack.services().stream()
                            .filter(service -> DrillStage.SERVICES.contains(service.name()))
                            .map(service -> CompletableFuture.runAsync(() -> act.accept(service), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private boolean prove(DrillStage stage, DatabaseArchive archive, Instant disaster, Duration recovery) {
        stage.ride(RIDES_AT_ONCE);
        stage.awaitArrivals(ARRIVALS_AFTER);
        stage.letRidesEnd();
        Backup next = archive.take();
        DrillProof proof = stage.prove(disaster);
        report.tell(proof);
        report.print("archive                goes on: backup %s on timeline %d%n", next.id(), next.timeline());
        report.print("RPO %.3f s, RTO %.1f s%n", seconds(proof.told().span()), seconds(recovery));
        boolean holds = proof.holds(mode == ArchiveMode.SYNCHRONOUS ? Duration.ZERO : FOLLOWING_GOAL)
                && (mode == ArchiveMode.FOLLOWING || proof.unknown() == 0);
        report.print("%s%n", holds ? "right: what clients were told is there" : "WRONG: see above");
        return holds;
    }
}
