package rw.ishemalink.local.drill;

import static rw.ishemalink.local.drill.DrillReport.megabytes;
import static rw.ishemalink.local.drill.DrillReport.seconds;
import static rw.ishemalink.local.drill.DrillReport.since;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.backup.ArchiveKeys;
import rw.ishemalink.local.backup.DatabaseRestore.Restored;
import rw.ishemalink.local.backup.Outboxes;
import rw.ishemalink.local.backup.SiteKeys;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.load.DrillProof;
import rw.ishemalink.local.load.Proving;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.story.Driver;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.Story;
import rw.ishemalink.local.story.StoryContext;
import rw.ishemalink.local.story.StoryPlayer;

/**
 * Loses a whole site with all its folders while people book, and lets another take over from nothing but the store of the
 * backups and the keys: databases restored, an empty broker filled again from their outboxes.
 */
public final class FailoverDrill {

    /** Loss of acknowledged bookings that the archive may cost when nobody waits for it. */
    private static final Duration FOLLOWING_GOAL = Duration.ofSeconds(1);

    /** Longer than a site may take to come back: nobody gives up. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int SENDERS = 6;

    /** Answers between the backup and the disaster, and after it. */
    private static final int MORE = 40;

    private final Path checkout;
    private final int answers;
    private final ArchiveMode mode;
    private final DrillReport report;

    /**
     * A drill that is yet to run.
     *
     * @param answers how many clients are told before the backup, about bookings that are made and paid
     */
    public FailoverDrill(Path checkout, int answers, ArchiveMode mode, PrintWriter out) {
        this.checkout = checkout;
        this.answers = answers;
        this.mode = mode;
        this.report = new DrillReport(out);
    }

    /** A load of the story that is paid, and not yet moved, when the site is lost. */
    private record UnderWay(Story story, Journey potatoes, Driver driver) {}

    /** Runs it and prints the figures; false if more was lost than may be, or anything does not agree. */
    public boolean run() {
        Path home = makeHome();
        Path first = home.resolve("primary");
        ArchiveKeys keys = ArchiveKeys.getOrCreate(first);
        try (Surroundings around = new Surroundings(checkout, home.resolve("outside"), keys)) {
            around.start();
            return run(home, around, new Site(around, first, mode));
        } finally {
            Folders.delete(home);
        }
    }

    private static Path makeHome() {
        try {
            return Files.createTempDirectory("ishemalink-failover");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for two sites", e);
        }
    }

    private boolean run(Path home, Surroundings around, Site primary) {
        Path kept = home.resolve("kept-by-two-people");
        try {
            report.print("starting the primary site%n");
            primary.startDatabases();
            primary.startRest();
            SiteKeys.copy(primary.home(), kept);
            UnderWay underWay = begin(context(around));
            try (Crowd crowd = new Crowd(underWay.story().cast(), SENDERS)) {
                load(primary, crowd);
                return failOver(home.resolve("secondary"), kept, around, primary, crowd, underWay);
            }
        } finally {
            primary.lose();
        }
    }

    private static StoryContext context(Surroundings around) {
        return new StoryContext(
                around.door(),
                around.simulators(),
                Services.ADMIN_PHONE,
                Services.SECOND_ADMIN_PHONE,
                PATIENCE,
                _ -> {});
    }

    private static UnderWay begin(StoryContext context) {
        Story story = new Story(context);
        Driver driver = story.cast().truckDriver("Truck driver");
        Journey potatoes = story.bookPotatoes(story.cast().sender("Farmer"))
                .confirm()
                .awaitReceipt();
        return new UnderWay(story, potatoes, driver);
    }

    private void load(Site primary, Crowd crowd) {
        crowd.begin();
        crowd.awaitTold(answers, PATIENCE);
        Backup backup = primary.archive().take();
        report.print(
                "backup of %,d MB, %,d MB sealed, in %.1f s while people booked%n",
                megabytes(backup.bytes()),
                megabytes(backup.sealedBytes()),
                seconds(Duration.between(backup.startedAt(), backup.endedAt())));
        crowd.awaitTold(MORE, PATIENCE);
    }

    private boolean failOver(
            Path home, Path kept, Surroundings around, Site primary, Crowd crowd, UnderWay underWay) {
        primary.kill();
        Instant disaster = Instant.now();
        long begin = System.nanoTime();
        primary.lose();
        report.print(
                "the primary site is gone, after %,d answers%n", crowd.told().count());
        SiteKeys.copy(kept, home);
        Site secondary = new Site(around, home, mode);
        try {
            Restored restored = secondary.restore();
            secondary.startDatabases();
            Outboxes outboxes = new Outboxes(secondary.stack());
            long events = outboxes.publishAgain();
            report.print(
                    "restored %,d MB in %.1f s, %d files of the log in %.1f s; %,d events are published again%n",
                    megabytes(restored.bytes()),
                    seconds(restored.laying()),
                    restored.segments(),
                    seconds(restored.recovering()),
                    events);
            Duration untilDatabase = since(begin);
            CompletableFuture<Duration> answered = awaitAnswer(crowd, begin);
            secondary.startRest();
            Duration recovery = answered.join();
            report.print(
                    "database after %.1f s, first answer at the door after %.1f s, everything after %.1f s%n",
                    seconds(untilDatabase), seconds(recovery), seconds(since(begin)));
            return prove(around, secondary, outboxes, crowd, underWay, disaster, recovery);
        } finally {
            secondary.lose();
        }
    }

    /** What clients were told before does not count. */
    private static CompletableFuture<Duration> awaitAnswer(Crowd crowd, long begin) {
        long before = crowd.told().count();
        return CompletableFuture.supplyAsync(
                () -> {
                    new Patience(PATIENCE)
                            .await("an answer", () -> Optional.of(crowd.told().count())
                                    .filter(now -> now > before));
                    return since(begin);
                },
                task -> Thread.ofVirtual().start(task));
    }

    private boolean prove(
            Surroundings around,
            Site secondary,
            Outboxes outboxes,
            Crowd crowd,
            UnderWay underWay,
            Instant disaster,
            Duration recovery) {
        crowd.awaitTold(MORE, PATIENCE);
        crowd.close();
        underWay.potatoes()
                .assign(underWay.story().dispatcher(), underWay.driver())
                .pickUp(underWay.driver())
                .deliver(underWay.driver())
                .rate(5);
        report.print("the load that was paid at the primary site is delivered%n");
        StoryPlayer.Result told = StoryPlayer.play(context(around));
        Proving proving = new Proving(secondary.stack(), around.simulators(), outboxes.listOwners());
        DrillProof proof = proving.prove(crowd.told(), disaster, chain -> chain.verify(
                        path -> underWay.story().auditor().phone().get(path))
                .intact());
        proving.awaitHeard();
        long repeats = Repeats.count(secondary.stack());
        Backup next = secondary.archive().take();
        boolean lawful = isLawful(underWay.story());
        report.tell(proof);
        report.print("heard before, and known  %,8d%n", repeats);
        report.print("refused meanwhile        %,8d%n", crowd.countRefused());
        report.print("story at the second site %s%n", told.balances() ? "to its end" : "DOES NOT BALANCE");
        report.print("law of dispatch        %s%n", lawful ? "kept" : "BROKEN");
        report.print("archive                goes on: backup %s on timeline %d%n", next.id(), next.timeline());
        report.print("RPO %.3f s, RTO %.1f s%n", seconds(proof.told().span()), seconds(recovery));
        boolean holds = told.balances()
                && lawful
                && proof.unknown() == 0
                && proof.holds(mode == ArchiveMode.SYNCHRONOUS ? Duration.ZERO : FOLLOWING_GOAL);
        report.print("%s%n", holds ? "right: what clients were told is there" : "WRONG: see above");
        return holds;
    }

    /** Analytics counts from what is published again, topic by topic: what looked broken half way is withdrawn. */
    private static boolean isLawful(Story story) {
        try {
            new Patience(Duration.ofMinutes(2))
                    .await("the law of dispatch to be kept", () -> Optional.of(
                                    story.violations().path("violations").asLong(-1))
                            .filter(violations -> violations == 0));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
