package rw.ishemalink.analytics.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/** Which cells are shown. */
class HotspotsTest {

    private static final String MARKET = "886ad0a4c3fffff";
    private static final String BYPASS = "886ad0a4c7fffff";

    private final Map<Cell, Sums> cells = new HashMap<>();

    @Test
    void the_slowest_comes_first_with_how_fast_it_is_when_it_is_free() {
        hour("ishemalink", BYPASS, 8, 100, 10, 60);
        hour("ishemalink", MARKET, 8, 100, 10, 10);
        hour("ishemalink", MARKET, 22, 50, 5, 40);

        List<Hotspot> hotspots = Hotspots.slowest(cells, 10);

        assertThat(hotspots).extracting(Hotspot::cell).containsExactly(MARKET, BYPASS);
        Hotspot market = hotspots.getFirst();
        assertThat(market.meanSpeedKmh()).isEqualTo(20);
        assertThat(market.freeFlowKmh()).isEqualTo(40);
        assertThat(market.slowShare()).isEqualTo(100 / 150.0);
        assertThat(market.vehicles()).isEqualTo(10);
        assertThat(market.hours()).isEqualTo(2);
        assertThat(Hotspots.slowest(cells, 1)).containsExactly(market);
    }

    @Test
    void an_hour_with_few_vehicles_is_left_out_however_many_hours_are_asked_for() {
        for (int hour = 0; hour < 24; hour++) {
            hour("ishemalink", MARKET, hour, 100, Hotspots.LEAST_VEHICLES - 1, 10);
        }
        assertThat(Hotspots.slowest(cells, 10)).isEmpty();

        hour("ishemalink", MARKET, 24, 100, Hotspots.LEAST_VEHICLES, 10);
        assertThat(Hotspots.slowest(cells, 10)).singleElement().satisfies(hotspot -> {
            assertThat(hotspot.fixes()).isEqualTo(100);
            assertThat(hotspot.hours()).isOne();
        });
    }

    @Test
    void the_vehicles_of_all_tenants_hide_each_other() {
        hour("ishemalink", MARKET, 8, 50, 3, 10);
        hour("safeboda", MARKET, 8, 50, 2, 10);

        assertThat(Hotspots.slowest(cells, 10)).singleElement().satisfies(hotspot -> assertThat(hotspot.vehicles())
                .isEqualTo(5));
    }

    @Test
    void few_positions_say_nothing() {
        hour("ishemalink", MARKET, 8, Hotspots.LEAST_FIXES - 1, 10, 1);
        assertThat(Hotspots.slowest(cells, 10)).isEmpty();
    }

    private void hour(String tenant, String cell, int hour, long fixes, long vehicles, long kmh) {
        Sums sums = Sums.of(Map.of(
                Measure.FIXES,
                fixes,
                Measure.SLOW_FIXES,
                kmh < Reading.SLOW_KMH ? fixes : 0L,
                Measure.SPEED_KMH,
                fixes * kmh,
                Measure.PEOPLE,
                vehicles));
        cells.put(new Cell(Aggregate.TRAFFIC, tenant, Period.HOUR, hour, List.of(cell)), sums);
    }
}
