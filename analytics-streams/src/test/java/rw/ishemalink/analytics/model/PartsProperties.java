package rw.ishemalink.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Parts;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.facts.Facts;

/** What bookings add to the cells, straight from their facts. */
class PartsProperties {

    private static final Set<Home> HOMES = Set.of(Home.BOOKING, Home.DRIVER);

    @Property(tries = 200)
    void the_parts_of_many_bookings_are_what_a_plain_recomputation_gives(
            @ForAll long seed, @ForAll @IntRange(max = 40) int bookings) {
        List<Truth> truths = truths(new Random(seed), bookings);
        Map<Cell, Sums> all = new HashMap<>();
        for (Truth truth : truths) {
            HOMES.forEach(home -> add(all, Parts.of(Knowing.all(truth), home)));
        }

        Cells cells = new Cells(HOMES, all);
        cells.areThoseOf(truths);
        cells.addUp();
    }

    /** Any state may follow any other: what another booking's life came to is just another state of this one. */
    @Property(tries = 200)
    void changes_lead_from_any_state_to_any_other(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int states) {
        List<Facts> path = new ArrayList<>();
        Facts none = Facts.none(Knowing.all(Life.of(new Random(seed)).truth()).bookingId(), "ishemalink");
        path.add(none);
        Random random = new Random(seed);
        for (int i = 0; i < states; i++) {
            path.add(at(none, Knowing.all(truths(random, 1).getFirst()), random));
        }
        for (Home home : HOMES) {
            Map<Cell, Sums> all = new HashMap<>();
            for (int i = 1; i < path.size(); i++) {
                Map<Cell, Sums> changes = Parts.changes(path.get(i - 1), path.get(i), home);
                assertThat(changes.values()).noneMatch(Sums::isZero);
                add(all, changes);
            }
            assertThat(all).isEqualTo(Parts.of(path.getLast(), home));
            assertThat(Parts.changes(path.getLast(), path.getLast(), home)).isEmpty();
            add(all, Parts.changes(path.getLast(), none, home));
            assertThat(all).isEmpty();
        }
    }

    /** The booking as that one stands, as far as some of the topics told. */
    private static Facts at(Facts booking, Facts state, Random random) {
        return new Facts(
                booking.bookingId(),
                booking.tenant(),
                random.nextInt(5) == 0 ? null : state.booked(),
                random.nextInt(3) == 0 ? null : state.payment(),
                random.nextInt(3) == 0 ? null : state.papers(),
                random.nextInt(3) == 0 ? null : state.trip(),
                state.law(),
                List.of());
    }

    @Property(tries = 50)
    void a_booking_adds_to_no_aggregate_of_another_home_and_no_measure_that_is_not_kept(@ForAll long seed) {
        Facts facts = Knowing.all(truths(new Random(seed), 1).getFirst());
        for (Home home : Home.values()) {
            assertThat(Parts.of(facts, home)).allSatisfy((cell, sums) -> {
                assertThat(cell.aggregate().home()).isEqualTo(home);
                assertThat(cell.aggregate().measures())
                        .containsAll(sums.measures().keySet());
                assertThat(sums.transit().isNone() || cell.aggregate().hasTransit())
                        .isTrue();
            });
        }
    }

    @Property(tries = 50)
    void of_bookings_that_were_taken_back_no_money_and_no_delivery_is_left(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Cell, Sums> all = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            Facts facts = Knowing.all(Life.takenBack(random).truth());
            HOMES.forEach(home -> add(all, Parts.of(facts, home)));
        }
        new Cells(HOMES, all)
                .areNotOf(
                        Aggregate.REVENUE,
                        Aggregate.HEATMAP,
                        Aggregate.HEATMAP_CELLS,
                        Aggregate.COMMODITIES,
                        Aggregate.DRIVERS);
    }

    private static List<Truth> truths(Random random, int bookings) {
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < bookings; i++) {
            Truth truth = Life.of(random).truth();
            if (random.nextInt(10) == 0) {
                // Two at once, which must not count as one.
                var at = truth.createdAt.plus(Duration.ofHours(random.nextInt(48)));
                truth.violations = random.nextBoolean() ? List.of(at) : List.of(at, at);
            }
            truths.add(truth);
        }
        return truths;
    }

    private static void add(Map<Cell, Sums> all, Map<Cell, Sums> changes) {
        changes.forEach((cell, change) -> {
            Sums sum = all.getOrDefault(cell, Sums.ZERO).plus(change);
            if (sum.isZero()) {
                all.remove(cell);
            } else {
                all.put(cell, sum);
            }
        });
    }
}
