package rw.ishemalink.local.drill;

import static rw.ishemalink.local.drill.DrillReport.megabytes;
import static rw.ishemalink.local.drill.DrillReport.seconds;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.backup.ArchiveKeys;
import rw.ishemalink.local.backup.SiteKeys;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.drill.Takeover.UnderWay;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.story.Driver;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Story;
import rw.ishemalink.local.story.StoryContext;

/**
 * Loses a whole site with all its folders while people book, and lets another take over from nothing but the store of the
 * backups and the keys: databases restored, an empty broker filled again from their outboxes.
 */
public final class FailoverDrill {

    /** Longer than a site may take to come back: nobody gives up. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int SENDERS = 6;

    /** Answers between the backup and the disaster, and after it. */
    static final int MORE = 40;

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
                return lose(primary, crowd, new Takeover(around, crowd, underWay, mode, report), kept);
            }
        } finally {
            primary.lose();
        }
    }

    static StoryContext context(Surroundings around) {
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
        Journey potatoes =
                story.bookPotatoes(story.cast().sender("Farmer")).confirm().awaitReceipt();
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

    /** Nothing is left of the site but what was kept elsewhere. */
    private boolean lose(Site primary, Crowd crowd, Takeover takeover, Path kept) {
        primary.kill();
        Instant disaster = Instant.now();
        long begin = System.nanoTime();
        primary.lose();
        report.print(
                "the primary site is gone, after %,d answers%n", crowd.told().count());
        Path home = kept.resolveSibling("secondary");
        SiteKeys.copy(kept, home);
        return takeover.run(home, disaster, begin);
    }
}
