package rw.ishemalink.tracking.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.position.Fix;

/** A report as Traccar Client sends it since its version 9: one location or, after hours without network, many. Pure. */
public final class OsmAndJson {

    private static final int MOST_LOCATIONS = 500;
    private static final int WHOLE = 100;

    private OsmAndJson() {}

    /**
     * Reads a report.
     *
     * @throws ProblemException 400 with the field that cannot be read, 401 when it does not say who reports
     */
    public static DeviceReport read(JsonNode report) {
        JsonNode key = report.path("device_id");
        if (!key.isTextual()) {
            throw ProblemException.unauthorized("unknown-device");
        }
        return new DeviceReport(DeviceKey.read(key.textValue()), fixes(report.path("location")));
    }

    private static List<Fix> fixes(JsonNode location) {
        if (location.isObject()) {
            return List.of(fix(location));
        }
        if (!location.isArray() || location.isEmpty() || location.size() > MOST_LOCATIONS) {
            throw OsmAnd.unreadable("location");
        }
        List<Fix> fixes = new ArrayList<>(location.size());
        location.forEach(one -> fixes.add(fix(one)));
        return fixes;
    }

    private static Fix fix(JsonNode location) {
        JsonNode coords = location.path("coords");
        JsonNode time = location.path("timestamp");
        Double level = findNumber(location.path("battery"), "level");
        return new Fix(
                null,
                findNumber(coords, "latitude"),
                findNumber(coords, "longitude"),
                OsmAnd.known(OsmAnd.metresASecond(findNumber(coords, "speed"))),
                OsmAnd.known(findNumber(coords, "heading")),
                OsmAnd.known(findNumber(coords, "accuracy")),
                findNumber(coords, "altitude"),
                OsmAnd.percent(level == null ? null : (Double) (level * WHOLE)),
                null,
                null,
                time.isValueNode() && !time.isNull() ? OsmAnd.time("timestamp", time.asText()) : null);
    }

    private static @Nullable Double findNumber(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw OsmAnd.unreadable(field);
        }
        return value.doubleValue();
    }
}
