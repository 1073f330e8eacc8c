package rw.ishemalink.tracking.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/** Any tracks: of phones that tell much or little, in and around Rwanda, from before the pick-up on. */
final class Tracks {

    private Tracks() {}

    private record Leg(int seconds, GeoPoint point, Position like) {}

    static Arbitrary<List<Position>> any() {
        return legs().list().ofMinSize(1).ofMaxSize(60).map(Tracks::inOrder);
    }

    static Arbitrary<TripPlan> plans() {
        return Arbitraries.of(
                Plans.export(),
                Plans.domestic(),
                Plans.waiting(),
                Plans.bare(),
                Plans.ride(Plans.KIGALI, Plans.HUYE_TOWN));
    }

    private static Arbitrary<Leg> legs() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(1, 4_000);
        Arbitrary<Double> kmh = Arbitraries.doubles().between(0, 250).ofScale(1).injectNull(0.3);
        Arbitrary<Double> accuracy =
                Arbitraries.doubles().between(0, 10_000).ofScale(1).injectNull(0.3);
        Arbitrary<SealState> seal = Arbitraries.of(SealState.class).injectNull(0.3);
        Arbitrary<String> number = Arbitraries.of("A1", "B2").injectNull(0.3);
        return Combinators.combine(seconds, points(), kmh, accuracy, seal, number)
                .as((after, point, speed, metres, state, name) ->
                        new Leg(after, point, Drive.position(Instant.EPOCH, point, speed, metres, state, name)));
    }

    private static Arbitrary<GeoPoint> points() {
        Arbitrary<GeoPoint> anywhere = Combinators.combine(
                        Arbitraries.doubles().between(-3, -1),
                        Arbitraries.doubles().between(28.5, 31))
                .as(GeoPoint::new);
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Plans.HUYE, Plans.KIGALI, Plans.GATUNA, Plans.KABALE, Plans.HUYE_TOWN)),
                Tuple.of(1, anywhere));
    }

    private static List<Position> inOrder(List<Leg> legs) {
        List<Position> track = new ArrayList<>();
        Instant at = Plans.PICKED_UP.minusSeconds(3_000);
        for (Leg leg : legs) {
            at = at.plusSeconds(leg.seconds());
            Position like = leg.like();
            track.add(Drive.position(
                    at, leg.point(), like.speedKmh(), like.accuracyMetres(), like.sealState(), like.sealNumber()));
        }
        return track;
    }
}
