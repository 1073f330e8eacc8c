package rw.ishemalink.analytics.model;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.Place;

/** Somewhere to begin or to end: a district, a point, both, or a country. */
record Spot(
        String country,
        @Nullable String district,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    private static final H3Core H3 = h3();
    private static final int ABOUT_5_KM2 = 7;

    private static final List<Spot> ALL = List.of(
            new Spot("RW", "25", null, null),
            new Spot("RW", "11", -1.9441, 30.0619),
            new Spot("RW", "13", -1.9706, 30.1044),
            new Spot("RW", null, -1.9540, 30.0930),
            new Spot("RW", null, -2.5967, 29.7390),
            new Spot("UG", null, null, null),
            new Spot("KE", null, -1.2921, 36.8219));

    static Spot any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** As groups name it, e.g. RW-25 or UG. */
    String code() {
        return district == null ? country : country + "-" + district;
    }

    /** The cell of the map, in hexadecimal digits; null where no point is known. */
    @Nullable
    String cell() {
        return latitude == null || longitude == null ? null : H3.latLngToCellAddress(latitude, longitude, ABOUT_5_KM2);
    }

    Place place() {
        return Place.newBuilder()
                .setCountry(country)
                .setDistrict(district)
                .setLatitude(latitude)
                .setLongitude(longitude)
                .setLabel("somewhere")
                .build();
    }

    private static H3Core h3() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
