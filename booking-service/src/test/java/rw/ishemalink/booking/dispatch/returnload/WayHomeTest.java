package rw.ishemalink.booking.dispatch.returnload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.booking.dispatch.Route;
import rw.ishemalink.booking.quote.GeoPoint;

/** From Nyamagabe to Kigali and back home: which loads go the driver's way. */
class WayHomeTest {

    private static final GeoPoint NYAMAGABE = new GeoPoint(-2.4114, 29.4699);
    private static final GeoPoint KIGALI = new GeoPoint(-1.9441, 30.0619);

    private final WayHome way = new WayHome(KIGALI, NYAMAGABE);

    @Test
    void a_load_from_where_the_trip_ends_to_where_it_began_costs_nothing() {
        Route home = new Route(KIGALI, NYAMAGABE);
        assertThat(way.extraMetres(home)).isCloseTo(0, within(0.001));
        assertThat(way.passes(home)).isTrue();
    }

    @ParameterizedTest(name = "from {0}, {1} to {2}, {3}: {4}")
    @CsvSource({
        "-1.9918, 30.0289, -2.5246, 29.7088, true", // Nyarugenge to Huye: a corner on the way
        "-2.0095, 29.9024, -2.3359, 29.7935, true", // Kamonyi to Nyanza: on the way
        "-1.9918, 30.0289, -1.3382, 30.3799, false", // Nyarugenge to Nyagatare: away from home
        "-1.4985, 29.6066, -2.4114, 29.4699, false", // from Musanze, 70 km from where the trip ends
        "-2.2397, 30.1502, -2.4114, 29.4699, false" // from Bugesera home: near enough, but a third longer
    })
    void a_load_passes_if_it_begins_near_and_lengthens_the_way_home_by_no_more_than_thirty_percent(
            double fromLatitude, double fromLongitude, double toLatitude, double toLongitude, boolean passes) {
        Route load = new Route(new GeoPoint(fromLatitude, fromLongitude), new GeoPoint(toLatitude, toLongitude));
        assertThat(way.passes(load)).isEqualTo(passes);
    }

    @Test
    void nothing_is_on_the_way_of_who_is_home_already() {
        WayHome none = new WayHome(KIGALI, KIGALI);
        assertThat(none.passes(new Route(KIGALI, NYAMAGABE))).isFalse();
    }
}
