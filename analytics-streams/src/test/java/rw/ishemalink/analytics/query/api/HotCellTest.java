package rw.ishemalink.analytics.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

class HotCellTest {

    private static final double KIGALI_LATITUDE = -1.9441;
    private static final double KIGALI_LONGITUDE = 30.0619;

    @Test
    void a_cell_tells_its_middle_and_its_money() throws IOException {
        String cell = H3Core.newInstance().latLngToCellAddress(KIGALI_LATITUDE, KIGALI_LONGITUDE, 7);

        HotCell hot = HotCell.of(cell, Sums.of(Map.of(Measure.BOOKINGS, 2L, Measure.GROSS, 23_600L)), new Grid());

        // A cell of resolution 7 is 1.4 km wide at most from its middle.
        assertThat(hot.latitude()).isCloseTo(KIGALI_LATITUDE, within(0.02));
        assertThat(hot.longitude()).isCloseTo(KIGALI_LONGITUDE, within(0.02));
        assertThat(hot.bookings()).isEqualTo(2);
        assertThat(hot.grossFrancs()).isEqualTo(23_600);
    }
}
