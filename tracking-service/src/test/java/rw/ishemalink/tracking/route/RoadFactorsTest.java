package rw.ishemalink.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import rw.ishemalink.tracking.geofence.GeoPoint;

class RoadFactorsTest {

    private static final Percentage QUARTER = Percentage.withPercentage(25);

    @Example
    void published_lengths_are_met_within_a_quarter() {
        expect(Towns.KIGALI, Towns.HUYE, 135_000);
        expect(Towns.KAYONZA, Towns.KAGITUMBA, 116_000);
        expect(Towns.KAYONZA, Towns.RUSUMO, 92_000);
        expect(Towns.KIGALI, Towns.MUHANGA, 48_000);
        expect(Towns.KIGALI, Towns.KAMPALA, 500_000);
    }

    @Example
    void a_governed_bus_takes_an_hour_and_a_half_to_muhanga() {
        RoadLeg leg = RoadFactors.leg(Towns.KIGALI, Towns.MUHANGA, RoadProfile.TRUCK);
        assertThat(leg.time().toMinutes()).isBetween(80L, 120L);
    }

    @Example
    void no_way_is_no_time() {
        RoadLeg leg = RoadFactors.leg(Towns.HUYE, Towns.HUYE, RoadProfile.CAR);
        assertThat(leg.metres()).isZero();
        assertThat(leg.time()).isZero();
    }

    @Property
    void no_road_is_shorter_than_the_great_circle_and_a_truck_is_never_quicker(
            @ForAll @DoubleRange(min = -5, max = 2) double fromLatitude,
            @ForAll @DoubleRange(min = 27, max = 34) double fromLongitude,
            @ForAll @DoubleRange(min = -5, max = 2) double toLatitude,
            @ForAll @DoubleRange(min = 27, max = 34) double toLongitude) {
        GeoPoint from = new GeoPoint(fromLatitude, fromLongitude);
        GeoPoint to = new GeoPoint(toLatitude, toLongitude);
        RoadLeg truck = RoadFactors.leg(from, to, RoadProfile.TRUCK);
        RoadLeg car = RoadFactors.leg(from, to, RoadProfile.CAR);
        assertThat(truck.metres()).isEqualTo(car.metres()).isGreaterThanOrEqualTo((long) from.distanceMetresTo(to));
        assertThat(truck.time()).isGreaterThanOrEqualTo(car.time());
        assertThat(RoadFactors.leg(to, from, RoadProfile.TRUCK)).isEqualTo(truck);
    }

    private static void expect(GeoPoint from, GeoPoint to, long metres) {
        assertThat(RoadFactors.leg(from, to, RoadProfile.TRUCK).metres()).isCloseTo(metres, QUARTER);
    }
}
