package rw.ishemalink.tracking.route;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rw.ishemalink.tracking.route.StopPlan.Reason;
import rw.ishemalink.tracking.route.StopPlan.Tour;
import rw.ishemalink.tracking.route.StopPlan.Unserved;
import rw.ishemalink.tracking.route.StopPlan.Visit;

/**
 * Shares stops between vehicles and puts them in order. Every stop is on one tour or unserved with a reason; no vehicle
 * carries more than it can; every stop begins within its window. Times are told from the order by ourselves, so they
 * hold whatever the search thinks.
 */
public final class StopOptimiser {

    private StopOptimiser() {}

    /** The best plan that is found in the time. */
    public static StopPlan plan(MultiDrop drop, RoadNetwork roads, Duration limit) {
        LegTable legs = LegTable.of(drop, roads);
        List<Unserved> unserved = new ArrayList<>();
        List<Integer> possible = new ArrayList<>();
        for (int stop = 0; stop < drop.stops().size(); stop++) {
            int number = stop;
            findHindrance(drop, legs, stop)
                    .ifPresentOrElse(reason -> unserved.add(new Unserved(number, reason)), () -> possible.add(number));
        }
        List<List<Integer>> orders = StopSearch.search(drop, legs, possible, limit);
        List<Tour> tours = IntStream.range(0, orders.size())
                .filter(vehicle -> !orders.get(vehicle).isEmpty())
                .mapToObj(vehicle -> tour(drop, legs, vehicle, orders.get(vehicle)))
                .toList();
        Set<Integer> made = orders.stream().flatMap(List::stream).collect(toSet());
        possible.stream()
                .filter(stop -> !made.contains(stop))
                .forEach(stop -> unserved.add(new Unserved(stop, Reason.NO_VEHICLE_LEFT)));
        return new StopPlan(tours, unserved);
    }

    /** Why nobody can ever make this stop. */
    private static Optional<Reason> findHindrance(MultiDrop drop, LegTable legs, int number) {
        Stop stop = drop.stops().get(number);
        if (drop.capacitiesKg().stream().noneMatch(capacity -> capacity >= stop.weightKg())) {
            return Optional.of(Reason.TOO_HEAVY);
        }
        Instant soonest =
                drop.departAt().plus(legs.leg(0, LegTable.placeOf(number)).time());
        return stop.window().filter(window -> window.until().isBefore(soonest)).map(_ -> Reason.OUT_OF_REACH);
    }

    private static Tour tour(MultiDrop drop, LegTable legs, int vehicle, List<Integer> order) {
        List<Visit> visits = new ArrayList<>();
        Instant now = drop.departAt();
        long metres = 0;
        int place = 0;
        for (int number : order) {
            RoadLeg leg = legs.leg(place, LegTable.placeOf(number));
            Stop stop = drop.stops().get(number);
            Instant arrives = now.plus(leg.time());
            now = beginning(stop, arrives).plus(stop.service());
            visits.add(new Visit(number, arrives, now, leg.metres()));
            metres += leg.metres();
            place = LegTable.placeOf(number);
        }
        if (drop.end().isPresent()) {
            RoadLeg home = legs.leg(place, legs.end());
            now = now.plus(home.time());
            metres += home.metres();
        }
        return new Tour(vehicle, visits, metres, now);
    }

    private static Instant beginning(Stop stop, Instant arrives) {
        return stop.window()
                .map(Stop.Window::from)
                .filter(from -> from.isAfter(arrives))
                .orElse(arrives);
    }
}
