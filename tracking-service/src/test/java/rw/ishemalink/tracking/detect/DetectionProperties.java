package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.tracking.position.Position;

class DetectionProperties {

    private final Detection detection = new Detection(Drive.THRESHOLDS, Drive.ROADS);

    @Provide
    Arbitrary<List<Position>> tracks() {
        return Tracks.any();
    }

    @Provide
    Arbitrary<TripPlan> plans() {
        return Tracks.plans();
    }

    @Property(tries = 300)
    void what_comes_twice_at_once_or_as_a_whole_shows_nothing_more(
            @ForAll("plans") TripPlan plan, @ForAll("tracks") List<Position> track) {
        Step once = all(plan, TripMemory.NEW, track);
        List<Position> doubled =
                track.stream().flatMap(fix -> Stream.of(fix, fix)).toList();
        assertThat(all(plan, TripMemory.NEW, doubled)).isEqualTo(once);
        assertThat(all(plan, once.memory(), track)).isEqualTo(Step.of(once.memory()));
    }

    @Property(tries = 300)
    void it_does_not_matter_where_the_memory_was_written_down_between(
            @ForAll("plans") TripPlan plan, @ForAll("tracks") List<Position> track) {
        TripMemory memory = TripMemory.NEW;
        List<Finding> findings = new ArrayList<>();
        for (Position fix : track) {
            Step step = detection.detect(plan, TripMemoryCodec.read(TripMemoryCodec.write(memory)), fix);
            memory = step.memory();
            findings.addAll(step.findings());
        }
        assertThat(new Step(memory, findings)).isEqualTo(all(plan, TripMemory.NEW, track));
    }

    @Property(tries = 300)
    void findings_come_in_order_of_the_positions_that_show_them(
            @ForAll("plans") TripPlan plan, @ForAll("tracks") List<Position> track) {
        List<Instant> times = all(plan, TripMemory.NEW, track).findings().stream()
                .map(finding -> finding.seen().at())
                .toList();
        assertThat(times).isSorted();
    }

    @Property(tries = 300)
    void what_begins_ends_before_it_begins_again(
            @ForAll("plans") TripPlan plan, @ForAll("tracks") List<Position> track) {
        Set<String> open = new HashSet<>();
        for (Finding finding : all(plan, TripMemory.NEW, track).findings()) {
            TrackingEvent.Builder event = FindingEvents.toEvent(plan, finding, false);
            switch (event.getChange()) {
                case GEOFENCE_ENTERED ->
                    assertThat(open.add(event.getGeofence())).isTrue();
                case GEOFENCE_DWELLED -> assertThat(open).contains(event.getGeofence());
                case GEOFENCE_LEFT ->
                    assertThat(open.remove(event.getGeofence())).isTrue();
                case STOP_STARTED, OVERSPEED_STARTED, CORRIDOR_LEFT ->
                    assertThat(open.add(what(event.getChange()))).isTrue();
                case STOP_ENDED, OVERSPEED_ENDED, CORRIDOR_REJOINED ->
                    assertThat(open.remove(what(event.getChange()))).isTrue();
                default -> {}
            }
        }
    }

    @Property(tries = 300)
    void a_trip_starts_once_and_proposes_its_border_once(
            @ForAll("plans") TripPlan plan, @ForAll("tracks") List<Position> track) {
        List<Finding> findings = all(plan, TripMemory.NEW, track).findings();
        assertThat(findings.stream().filter(Finding.TripStarted.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(findings.stream().filter(Finding.BorderArrivalProposed.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 300)
    void late_fixes_show_what_they_would_have_shown_in_time_as_far_as_it_is_still_told(
            @ForAll("plans") TripPlan plan, @ForAll("tracks") List<Position> track) {
        TripMemory memory = TripMemory.NEW;
        List<String> late = new ArrayList<>();
        for (Position fix : track) {
            Step step = detection.detectLate(plan, memory, fix);
            memory = step.memory();
            step.findings().forEach(finding -> late.add(Drive.tell(plan, finding)));
        }
        List<String> live = all(plan, TripMemory.NEW, track).findings().stream()
                .map(finding -> Drive.tell(plan, finding))
                .filter(told -> told.matches("(GEOFENCE|STOP|OVERSPEED|CORRIDOR|SEAL).*"))
                .toList();
        assertThat(late).isEqualTo(live);
    }

    @Property(tries = 300)
    void ticks_between_change_no_more_than_that_silences_and_delays_are_told(
            @ForAll("plans") TripPlan plan, @ForAll("tracks") List<Position> track) {
        TripMemory memory = TripMemory.NEW;
        List<String> ticked = new ArrayList<>();
        for (Position fix : track) {
            Step tick = detection.tick(plan, memory, fix.recordedAt());
            assertThat(detection.tick(plan, tick.memory(), fix.recordedAt())).isEqualTo(Step.of(tick.memory()));
            Step step = detection.detect(plan, tick.memory(), fix);
            memory = step.memory();
            step.findings().forEach(finding -> ticked.add(Drive.tell(plan, finding)));
        }
        ticked.removeIf("COMMS_RESTORED"::equals);
        assertThat(ticked)
                .isEqualTo(all(plan, TripMemory.NEW, track).findings().stream()
                        .map(finding -> Drive.tell(plan, finding))
                        .toList());
    }

    /** The tracks are no use if nothing happens on them. */
    @Example
    void any_tracks_show_everything_that_positions_can_show() {
        Set<TrackingChange> shown = EnumSet.noneOf(TrackingChange.class);
        Random random = new Random(1);
        RandomGenerator<List<Position>> tracks = Tracks.any().generator(1_000);
        for (int i = 0; i < 2_000; i++) {
            for (TripPlan plan : List.of(Plans.export(), Plans.domestic())) {
                all(plan, TripMemory.NEW, tracks.next(random).value())
                        .findings()
                        .forEach(finding -> shown.add(
                                FindingEvents.toEvent(plan, finding, false).getChange()));
            }
        }
        assertThat(shown)
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        TrackingChange.UNKNOWN,
                        TrackingChange.TRIP_ENDED,
                        TrackingChange.TRIP_NOT_STARTED,
                        TrackingChange.COMMS_LOST,
                        TrackingChange.COMMS_RESTORED)));
    }

    private Step all(TripPlan plan, TripMemory before, List<Position> track) {
        TripMemory memory = before;
        List<Finding> findings = new ArrayList<>();
        for (Position fix : track) {
            Step step = detection.detect(plan, memory, fix);
            memory = step.memory();
            findings.addAll(step.findings());
        }
        return new Step(memory, findings);
    }

    private static String what(TrackingChange change) {
        return change.name().substring(0, change.name().indexOf('_'));
    }
}
