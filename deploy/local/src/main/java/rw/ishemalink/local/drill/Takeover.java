package rw.ishemalink.local.drill;

import static rw.ishemalink.local.drill.DrillReport.megabytes;
import static rw.ishemalink.local.drill.DrillReport.seconds;
import static rw.ishemalink.local.drill.DrillReport.since;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.backup.DatabaseRestore.Restored;
import rw.ishemalink.local.backup.Outboxes;
import rw.ishemalink.local.load.DrillProof;
import rw.ishemalink.local.load.Proving;
import rw.ishemalink.local.story.Driver;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.Story;
import rw.ishemalink.local.story.StoryPlayer;

/**
 * A second site takes over from the store and the keys alone. Invariant: the restored databases are the only truth; the broker
 * is empty and is filled from their outboxes, so it tells nothing that they do not know.
 */
final class Takeover {

    /** Loss of acknowledged bookings that the archive may cost when nobody waits for it. */
    private static final Duration FOLLOWING_GOAL = Duration.ofSeconds(1);

    /** Analytics counts what is published again topic by topic: what looks broken half way is withdrawn. */
    private static final Duration UNTIL_COUNTED = Duration.ofMinutes(2);

    private final Surroundings around;
    private final Crowd crowd;
    private final UnderWay underWay;
    private final ArchiveMode mode;
    private final DrillReport report;

    Takeover(Surroundings around, Crowd crowd, UnderWay underWay, ArchiveMode mode, DrillReport report) {
        this.around = around;
        this.crowd = crowd;
        this.underWay = underWay;
        this.mode = mode;
        this.report = report;
    }

    /** A load of the story that is paid, and not yet moved, when the first site is lost. */
    record UnderWay(Story story, Journey potatoes, Driver driver) {}

    /**
     * Does it and prints the figures; false if more was lost than may be, or anything does not agree.
     *
     * @param home has the keys
     * @param beginNanos when the first site was lost, by the clock of this JVM
     */
    boolean run(Path home, Instant disaster, long beginNanos) {
        Site site = new Site(around, home, mode);
        try {
            Outboxes outboxes = restore(site);
            Duration untilDatabase = since(beginNanos);
            CompletableFuture<Duration> answered = awaitAnswer(beginNanos);
            site.startRest();
            Duration recovery = answered.join();
            report.print(
                    "database after %.1f s, first answer at the door after %.1f s, everything after %.1f s%n",
                    seconds(untilDatabase), seconds(recovery), seconds(since(beginNanos)));
            boolean holds = prove(site, outboxes, disaster);
            report.print("RTO %.1f s%n", seconds(recovery));
            report.print("%s%n", holds ? "right: what clients were told is there" : "WRONG: see above");
            return holds;
        } finally {
            site.lose();
        }
    }

    private Outboxes restore(Site site) {
        Restored restored = site.restore();
        site.startDatabases();
        Outboxes outboxes = new Outboxes(site.stack());
        long events = outboxes.publishAgain();
        report.print(
                "restored %,d MB in %.1f s, %d files of the log in %.1f s; %,d events are published again%n",
                megabytes(restored.bytes()),
                seconds(restored.laying()),
                restored.segments(),
                seconds(restored.recovering()),
                events);
        return outboxes;
    }

    /** What clients were told before does not count. */
    private CompletableFuture<Duration> awaitAnswer(long beginNanos) {
        long before = crowd.told().count();
        return CompletableFuture.supplyAsync(
                () -> {
                    new Patience(FailoverDrill.PATIENCE)
                            .await("an answer", () -> Optional.of(crowd.told().count())
                                    .filter(now -> now > before));
                    return since(beginNanos);
                },
                task -> Thread.ofVirtual().start(task));
    }

    private boolean prove(Site site, Outboxes outboxes, Instant disaster) {
        crowd.awaitTold(FailoverDrill.MORE, FailoverDrill.PATIENCE);
        crowd.close();
        endWhatWasUnderWay();
        StoryPlayer.Result told = StoryPlayer.play(FailoverDrill.context(around));
        Proving proving = new Proving(site.stack(), around.simulators(), outboxes.listOwners());
        DrillProof proof = proving.prove(crowd.told(), disaster, chain -> chain.verify(
                        path -> underWay.story().auditor().phone().get(path))
                .intact());
        proving.awaitHeard();
        boolean lawful = isLawful();
        Backup next = site.archive().take();
        report.tell(proof);
        report.print(
                "events heard again     %,10d, passed over; %,d requests were refused meanwhile%n",
                Repeats.count(site.stack()), crowd.countRefused());
        report.print("story at the new site  %s%n", told.balances() ? "to its end" : "DOES NOT BALANCE");
        report.print("law of dispatch        %s%n", lawful ? "kept" : "BROKEN");
        report.print("archive                goes on: backup %s on timeline %d%n", next.id(), next.timeline());
        report.print("RPO %.3f s%n", seconds(proof.told().span()));
        return told.balances()
                && lawful
                && proof.unknown() == 0
                && proof.holds(mode == ArchiveMode.SYNCHRONOUS ? Duration.ZERO : FOLLOWING_GOAL);
    }

    private void endWhatWasUnderWay() {
        Driver driver = underWay.driver();
        underWay.potatoes()
                .assign(underWay.story().dispatcher(), driver)
                .pickUp(driver)
                .deliver(driver)
                .rate(5);
        report.print("the load that was paid at the primary site is delivered%n");
    }

    private boolean isLawful() {
        try {
            new Patience(UNTIL_COUNTED).await("the law of dispatch to be kept", () -> Optional.of(
                            underWay.story().violations().path("violations").asLong(-1))
                    .filter(violations -> violations == 0));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
