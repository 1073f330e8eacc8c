package rw.ishemalink.local.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** Phones come back after six hours with what they have kept, while others are watched live: each fix must reach its own trip. */
final class LateStage {

    private static final int FIRST = 500_000;
    private static final int LINES = 16;
    private static final int TRACKS = 200;

    /** Half of the vehicles have two drivers. */
    private static final double DRIVERS_OF_A_VEHICLE = 1.5;

    private static final Duration MOST = Duration.ofMinutes(15);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PositionRun run;
    private final LiveStage live;
    private final TopicReading told;

    LateStage(PositionRun run) {
        this.run = run;
        this.live = new LiveStage(run);
        this.told = new TopicReading(run.stack().bootstrapServers(), Topics.TRACKING_EVENTS);
    }

    void measure() {
        run.devices().phone(run.options().perSecond()).ifPresent(this::measure);
    }

    private void measure(FixPhone livePhone) {
        Map<TopicPartition, Long> before = told.ends();
        int viewers = run.options().viewers();
        try (Viewers people = live.openViewers(viewers)) {
            List<LateJourney> journeys = begin((int) (run.options().late() / DRIVERS_OF_A_VEHICLE));
            bring(journeys, people, livePhone);
            live.tell(people, viewers);
            check(journeys, before);
        }
    }

    /** Trips and their drivers, known to the service. */
    private List<LateJourney> begin(int vehicles) {
        Instant back = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<LateJourney> journeys = IntStream.range(FIRST, FIRST + vehicles)
                .mapToObj(vehicle -> LateJourney.of(vehicle, back))
                .toList();
        Map<Integer, Integer> vehiclesByDriver = new HashMap<>();
        for (LateJourney journey : journeys) {
            vehiclesByDriver.put(journey.first().driver(), journey.first().vehicle());
            vehiclesByDriver.put(journey.second().driver(), journey.second().vehicle());
        }
        run.fleet().hire(vehiclesByDriver);
        journeys.forEach(journey -> journey.publish(run.events()));
        run.awaitBookings();
        return journeys;
    }

    private void bring(List<LateJourney> journeys, Viewers people, FixPhone livePhone) {
        FixLedger ledger = new FixLedger();
        FixWork late = new FixWork(new LateBatches(journeys), FixPhone.app(run.fleet()::token), ledger);
        AtomicBoolean wanted = new AtomicBoolean(true);
        long begin = System.nanoTime();
        run.measure(
                "6 h late, " + run.options().late() + " drivers",
                late,
                () -> {
                    CompletableFuture<LoadResult> watched = live.sendBeside(live.work(livePhone, ledger, wanted), MOST);
                    Waiting.pause(WARM_UP);
                    people.measure();
                    LoadResult result = run.phones().run(LINES, MOST, late);
                    wanted.set(false);
                    watched.join();
                    return result;
                },
                () -> run.awaitReaders(late, begin));
    }

    private void check(List<LateJourney> journeys, Map<TopicPartition, Long> before) {
        LateCheck.Compared events = awaitEvents(journeys, before);
        run.print(
                "  %,d events of their trips, %,d of them late: %d of another trip, %d twice, %d arrivals missing%n",
                events.events(), events.late(), events.astray(), events.twice(), events.missing());
        TrackCheck check = new TrackCheck(run.stack());
        TrackCheck.Compared tracks = TrackCheck.Compared.NOTHING;
        for (LateJourney journey : journeys.subList(0, Math.min(TRACKS / 2, journeys.size()))) {
            tracks = tracks.plus(check.compare(journey.first(), journey.timesOfFirst()))
                    .plus(check.compare(journey.second(), journey.timesOfSecond()));
        }
        run.tell(tracks);
        if (!events.isRight()) {
            run.wrong().add("late events: " + events);
        }
    }

    /** What is told once every arrival is, or after a while. */
    private LateCheck.Compared awaitEvents(List<LateJourney> journeys, Map<TopicPartition, Long> before) {
        Instant end = Instant.now().plus(PATIENCE);
        LateCheck.Compared compared = compare(journeys, before);
        while (compared.missing() > 0 && Instant.now().isBefore(end)) {
            Waiting.pause(WARM_UP);
            compared = compare(journeys, before);
        }
        return compared;
    }

    private LateCheck.Compared compare(List<LateJourney> journeys, Map<TopicPartition, Long> before) {
        LateCheck check = new LateCheck(journeys);
        told.read(before, TrackingEvent.class, check::heard);
        return check.compare();
    }
}
