package rw.ishemalink.tracking.device;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.position.Fix;

/**
 * A report as parameters of an address or a form. What we have no use for ({@code hdop}, {@code cell}, {@code wifi},
 * {@code driverUniqueId} …) is passed over. Pure.
 */
public final class OsmAndForm {

    private static final int LATITUDE_AND_LONGITUDE = 2;

    private final Map<String, List<String>> parameters;

    private OsmAndForm(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** Whether they say who reports. */
    public static boolean isOne(Map<String, List<String>> parameters) {
        return parameters.containsKey("id") || parameters.containsKey("deviceid");
    }

    /**
     * Reads a report.
     *
     * @throws ProblemException 400 with the parameter that cannot be read, 401 when it does not say who reports
     */
    public static DeviceReport read(Map<String, List<String>> parameters) {
        OsmAndForm form = new OsmAndForm(parameters);
        String key = form.find("id", "deviceid");
        if (key == null) {
            throw ProblemException.unauthorized("unknown-device");
        }
        return new DeviceReport(DeviceKey.read(key), List.of(form.fix()));
    }

    private Fix fix() {
        String time = find("timestamp");
        Place place = place();
        return new Fix(
                null,
                place.latitude(),
                place.longitude(),
                OsmAnd.known(OsmAnd.knots(findNumber("speed"))),
                OsmAnd.known(findNumber("bearing", "heading")),
                OsmAnd.known(findNumber("accuracy")),
                findNumber("altitude"),
                OsmAnd.percent(findNumber("batt")),
                null,
                null,
                time == null ? null : OsmAnd.time("timestamp", time));
    }

    private record Place(
            @Nullable Double latitude, @Nullable Double longitude) {}

    /** A place that the device itself calls not valid is none. */
    private Place place() {
        String valid = find("valid");
        if (valid != null && !valid.equals("1") && !valid.equalsIgnoreCase("true")) {
            return new Place(null, null);
        }
        String both = find("location");
        if (both == null) {
            return new Place(findNumber("lat"), findNumber("lon"));
        }
        String[] parts = both.split(",", -1);
        if (parts.length != LATITUDE_AND_LONGITUDE) {
            throw OsmAnd.unreadable("location");
        }
        return new Place(OsmAnd.number("location", parts[0]), OsmAnd.number("location", parts[1]));
    }

    private @Nullable Double findNumber(String... names) {
        String text = find(names);
        return text == null ? null : (Double) OsmAnd.number(names[0], text);
    }

    private @Nullable String find(String... names) {
        return Stream.of(names)
                .map(parameters::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
