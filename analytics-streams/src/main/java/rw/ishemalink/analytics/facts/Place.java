package rw.ishemalink.analytics.facts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place as routes know it: a district of Rwanda, or a country.
 *
 * @param country ISO 3166-1 alpha-2
 * @param district district code 11…57; null outside Rwanda or where only a point is known
 */
public record Place(String country, @Nullable String district) {

    /** As the booking has it. */
    public static Place of(rw.ishemalink.schemas.booking.Place place) {
        return new Place(place.getCountry(), place.getDistrict());
    }

    /** The place as one word, e.g. {@code RW-25} or {@code UG}. */
    public String code() {
        return district == null ? country : country + "-" + district;
    }

    /** The place that {@link #code()} wrote. */
    public static Place parse(String code) {
        int dash = code.indexOf('-');
        return dash < 0 ? new Place(code, null) : new Place(code.substring(0, dash), code.substring(dash + 1));
    }

    /** The district's code, if it is known. */
    public Optional<String> findDistrict() {
        return Optional.ofNullable(district);
    }
}
