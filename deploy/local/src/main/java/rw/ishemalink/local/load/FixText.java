package rw.ishemalink.local.load;

import java.time.Instant;
import java.util.List;

/** Fixes as phones write them. Pure; written by hand because a hundred thousand a second are. */
final class FixText {

    private static final int MICRO_DEGREES = 1_000_000;
    private static final double KMH_OF_KNOT = 1.852;

    private FixText() {}

    /**
     * A fix.
     *
     * @param recordedMillis since 1970
     */
    record PhoneFix(double latitude, double longitude, double speedKmh, long recordedMillis) {}

    /** As our driver's app does: one object, or an array of many. */
    static String json(List<PhoneFix> fixes) {
        StringBuilder text = new StringBuilder(fixes.size() * 120 + 2);
        if (fixes.size() == 1) {
            write(text, fixes.getFirst());
        } else {
            text.append('[');
            for (PhoneFix fix : fixes) {
                text.append(text.length() == 1 ? "" : ",");
                write(text, fix);
            }
            text.append(']');
        }
        return text.toString();
    }

    private static void write(StringBuilder text, PhoneFix fix) {
        degrees(text.append("{\"latitude\":"), fix.latitude());
        degrees(text.append(",\"longitude\":"), fix.longitude());
        text.append(",\"speedKmh\":").append(Math.round(fix.speedKmh()));
        text.append(",\"accuracyMetres\":8,\"recordedAt\":\"");
        text.append(Instant.ofEpochMilli(fix.recordedMillis())).append("\"}");
    }

    /** As the Traccar Client does: OsmAnd's query, speed in knots (Traccar, OsmAndProtocolDecoder). */
    static String osmand(String device, PhoneFix fix) {
        StringBuilder text = new StringBuilder(160).append("id=").append(device);
        degrees(text.append("&lat="), fix.latitude());
        degrees(text.append("&lon="), fix.longitude());
        return text.append("&timestamp=")
                .append(fix.recordedMillis())
                .append("&speed=")
                .append(Math.round(fix.speedKmh() / KMH_OF_KNOT * 10) / 10.0)
                .append("&accuracy=8&batt=80")
                .toString();
    }

    private static void degrees(StringBuilder text, double degrees) {
        long micro = Math.round(Math.abs(degrees) * MICRO_DEGREES);
        text.append(degrees < 0 ? "-" : "").append(micro / MICRO_DEGREES).append('.');
        String fraction = Long.toString(micro % MICRO_DEGREES);
        text.append("000000", fraction.length(), 6).append(fraction);
    }
}
