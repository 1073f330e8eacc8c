package rw.ishemalink.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.route.StopPlan.Reason;
import rw.ishemalink.tracking.route.StopPlan.Tour;
import rw.ishemalink.tracking.route.StopPlan.Unserved;
import rw.ishemalink.tracking.route.StopPlan.Visit;

class StopOptimiserProperties {

    private static final Instant SIX = Instant.parse("2027-03-01T04:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** So long that the search is through on any machine: the answer must not hang on it. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final RoadNetwork ROADS = (from, to) -> RoadFactors.leg(from, to, RoadProfile.TRUCK);

    @Example
    void stops_along_a_road_are_made_in_the_order_of_the_road() {
        StopPlan plan = plan(
                drop(Optional.empty(), List.of(5_000), stop(Towns.RUSUMO), stop(Towns.RWAMAGANA), stop(Towns.KAYONZA)));
        assertThat(plan.tours()).singleElement().satisfies(tour -> assertThat(stops(tour))
                .containsExactly(1, 2, 0));
        assertThat(plan.unserved()).isEmpty();
    }

    @Example
    void times_are_those_of_the_road_and_of_the_work() {
        StopPlan plan = plan(drop(Optional.of(Towns.KIGALI), List.of(5_000), stop(Towns.HUYE)));
        RoadLeg there = ROADS.leg(Towns.KIGALI, Towns.HUYE);
        Tour tour = plan.tours().getFirst();
        Instant arrival = SIX.plus(there.time());
        assertThat(tour.visits()).containsExactly(new Visit(0, arrival, arrival.plus(TEN_MINUTES), there.metres()));
        assertThat(tour.endsAt()).isEqualTo(arrival.plus(TEN_MINUTES).plus(there.time()));
        assertThat(tour.metres()).isEqualTo(2 * there.metres());
    }

    @Example
    void who_comes_early_waits() {
        Instant noon = SIX.plus(Duration.ofHours(6));
        StopPlan plan = plan(
                drop(Optional.empty(), List.of(5_000), stop(Towns.MUHANGA, 100, noon, noon.plus(Duration.ofHours(1)))));
        Visit visit = plan.tours().getFirst().visits().getFirst();
        assertThat(visit.arrivesAt()).isBefore(noon);
        assertThat(visit.leavesAt()).isEqualTo(noon.plus(TEN_MINUTES));
    }

    @Example
    void a_window_turns_the_order_round() {
        StopPlan plan = plan(drop(
                Optional.empty(),
                List.of(5_000),
                stop(Towns.RWAMAGANA, 100, SIX.plus(Duration.ofHours(9)), SIX.plus(Duration.ofHours(12))),
                stop(Towns.RUSUMO, 100, SIX, SIX.plus(Duration.ofHours(6)))));
        assertThat(stops(plan.tours().getFirst())).containsExactly(1, 0);
    }

    @Example
    void what_nobody_can_do_is_told_with_its_reason() {
        StopPlan plan = plan(drop(
                Optional.empty(),
                List.of(1_000),
                stop(Towns.HUYE, 1_001, SIX, SIX.plus(Duration.ofDays(1))),
                stop(Towns.RUBAVU, 10, SIX, SIX.plus(Duration.ofMinutes(20))),
                stop(Towns.MUHANGA, 700, SIX, SIX.plus(Duration.ofDays(1))),
                stop(Towns.MUSANZE, 700, SIX, SIX.plus(Duration.ofDays(1)))));
        assertThat(plan.unserved())
                .hasSize(3)
                .contains(new Unserved(0, Reason.TOO_HEAVY), new Unserved(1, Reason.OUT_OF_REACH))
                .filteredOn(one -> one.reason() == Reason.NO_VEHICLE_LEFT)
                .hasSize(1);
    }

    @Example
    void a_second_vehicle_drives_only_if_it_is_worth_it() {
        Stop[] near = {stop(Towns.NYARUGENGE), stop(new GeoPoint(-1.95, 30.10)), stop(new GeoPoint(-1.93, 30.05))};
        assertThat(plan(drop(Optional.of(Towns.KIGALI), List.of(5_000, 5_000), near))
                        .tours())
                .hasSize(1);
        assertThat(plan(drop(Optional.of(Towns.KIGALI), List.of(250, 250), near))
                        .tours())
                .hasSize(2);
    }

    @Property(tries = 25)
    void each_stop_is_made_once_or_unserved_and_no_promise_is_broken(@ForAll("drops") MultiDrop drop) {
        StopPlan plan = plan(drop);
        List<Integer> told = new ArrayList<>();
        plan.tours().forEach(tour -> told.addAll(stops(tour)));
        plan.unserved().forEach(one -> told.add(one.stop()));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, drop.stops().size()).boxed().toList());
        assertThat(plan.tours()).extracting(Tour::vehicle).doesNotHaveDuplicates();
        plan.tours().forEach(tour -> keepsItsPromises(drop, tour));
    }

    @Property(tries = 5)
    void the_same_question_gets_the_same_answer_also_from_many_at_once(@ForAll("drops") MultiDrop drop) {
        StopPlan first = plan(drop);
        assertThat(Stream.generate(() -> drop).limit(4).parallel().map(StopOptimiserProperties::plan))
                .allSatisfy(plan -> assertThat(plan).isEqualTo(first));
    }

    private static void keepsItsPromises(MultiDrop drop, Tour tour) {
        int load = stops(tour).stream()
                .mapToInt(number -> drop.stops().get(number).weightKg())
                .sum();
        assertThat(load).isLessThanOrEqualTo(drop.capacitiesKg().get(tour.vehicle()));
        Instant before = drop.departAt();
        for (Visit visit : tour.visits()) {
            Stop stop = drop.stops().get(visit.stop());
            Instant begins = visit.leavesAt().minus(stop.service());
            assertThat(visit.arrivesAt()).isAfterOrEqualTo(before).isBeforeOrEqualTo(begins);
            stop.window().ifPresent(window -> assertThat(begins).isBetween(window.from(), window.until()));
            before = visit.leavesAt();
        }
        assertThat(tour.endsAt()).isAfterOrEqualTo(before);
    }

    @Provide
    Arbitrary<MultiDrop> drops() {
        Arbitrary<GeoPoint> places = Combinators.combine(
                        Arbitraries.doubles().between(-2.8, -1.1),
                        Arbitraries.doubles().between(29, 30.8))
                .as(GeoPoint::new);
        Arbitrary<Optional<Stop.Window>> windows = Combinators.combine(
                        Arbitraries.longs().between(-3_600_000, 30_000_000),
                        Arbitraries.longs().between(0, 20_000_000))
                .as((from, length) -> new Stop.Window(SIX.plusMillis(from), SIX.plusMillis(from + length)))
                .optional(0.5);
        Arbitrary<Stop> stops = Combinators.combine(
                        places,
                        Arbitraries.integers().between(0, 60).map(Duration::ofMinutes),
                        windows,
                        Arbitraries.integers().between(0, 2_000))
                .as(Stop::new);
        return Combinators.combine(
                        places,
                        places.optional(),
                        stops.list().ofMinSize(1).ofMaxSize(15),
                        Arbitraries.integers()
                                .between(1, 4_000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5))
                .as((start, end, many, capacities) -> new MultiDrop(start, end, SIX, many, capacities));
    }

    private static StopPlan plan(MultiDrop drop) {
        return StopOptimiser.plan(drop, ROADS, LONG);
    }

    private static MultiDrop drop(Optional<GeoPoint> end, List<Integer> capacitiesKg, Stop... stops) {
        return new MultiDrop(Towns.KIGALI, end, SIX, List.of(stops), capacitiesKg);
    }

    private static Stop stop(GeoPoint place) {
        return new Stop(place, TEN_MINUTES, Optional.empty(), 100);
    }

    private static Stop stop(GeoPoint place, int weightKg, Instant from, Instant until) {
        return new Stop(place, TEN_MINUTES, Optional.of(new Stop.Window(from, until)), weightKg);
    }

    private static List<Integer> stops(Tour tour) {
        return tour.visits().stream().map(Visit::stop).toList();
    }
}
