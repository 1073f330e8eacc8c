package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An off-the-shelf phone with Traccar Client: it knows a server and a key, and has no token. What it cannot send it keeps,
 * and sends later, the oldest first.
 */
public final class TraccarPhone {

    /** Metres: as exact as a phone under the open sky. */
    private static final int ACCURACY_METRES = 5;

    /** So many fixes are one message at most. */
    private static final int AT_ONCE = 100;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final double KMH_OF_A_KNOT = 1.852;
    private static final double KMH_OF_A_METRE_A_SECOND = 3.6;

    /** How it speaks. */
    public enum Version {
        /** Before Traccar Client 9: each fix as parameters of an address (OsmAnd protocol), knots. */
        ADDRESS,
        /** Traccar Client 9: JSON, what it kept many at once, metres a second. */
        JSON
    }

    /** Where it was then. */
    public record Fix(Instant at, Point place, double speedKmh) {}

    private final String deviceId;
    private final String key;
    private final Version version;
    private final URI server;
    private final Phone network;
    private final Duration patience;
    private final List<Fix> kept = new ArrayList<>();
    private boolean inReach = true;

    private TraccarPhone(String deviceId, String key, Version version, URI server, Duration patience) {
        this.deviceId = deviceId;
        this.key = key;
        this.version = version;
        this.server = server;
        this.patience = patience;
        this.network = new Phone(server, patience);
    }

    /** The driver registers it and types in what the suite shows: server and key. */
    static TraccarPhone register(Person driver, Version version, Duration patience) {
        JsonNode device = driver.phone().post("/api/tracking/devices", Map.of("name", "Traccar Client"));
        return new TraccarPhone(
                device.path("deviceId").asText(),
                device.path("key").asText(),
                version,
                URI.create(device.path("serverUrl").asText()),
                patience);
    }

    /** The same phone, if another key had been typed into it. */
    public TraccarPhone withKey(String typed) {
        return new TraccarPhone(deviceId, typed, version, server, patience);
    }

    /** What the driver sees it listed as. */
    public String deviceId() {
        return deviceId;
    }

    /** What it proves itself with. */
    public String key() {
        return key;
    }

    /** To which it reports. */
    public URI server() {
        return server;
    }

    /** It finds where it is, and reports it; out of reach it keeps it. */
    public Fix take(Fix fix) {
        kept.add(fix);
        sendKept();
        return fix;
    }

    /** No network any more. */
    public void goOutOfReach() {
        inReach = false;
    }

    /** There is a network again: it sends what it kept. */
    public void comeBack() {
        inReach = true;
        sendKept();
    }

    private void sendKept() {
        if (inReach && !kept.isEmpty()) {
            List<Fix> fixes = List.copyOf(kept);
            kept.clear();
            switch (version) {
                case ADDRESS -> fixes.forEach(fix -> sendUntilTaken(() -> network.getText(address(fix))));
                case JSON -> {
                    for (int i = 0; i < fixes.size(); i += AT_ONCE) {
                        List<Fix> some = fixes.subList(i, Math.min(i + AT_ONCE, fixes.size()));
                        sendUntilTaken(() -> network.post(server.getRawPath(), json(some)));
                    }
                }
            }
        }
    }

    /** What is old waits when there is much to do: it is sent again. */
    private void sendUntilTaken(Supplier<?> message) {
        var unused = new Patience(patience)
                .await(
                        "a message to be taken",
                        () -> RefusedException.unless(refused -> refused.status() == TOO_MANY_REQUESTS, message));
    }

    private String address(Fix fix) {
        return String.format(
                Locale.ROOT,
                "%s?id=%s&timestamp=%d&lat=%.7f&lon=%.7f&speed=%.3f&bearing=-1&accuracy=%d&batt=80",
                server.getRawPath(),
                key,
                fix.at().toEpochMilli(),
                fix.place().latitude(),
                fix.place().longitude(),
                fix.speedKmh() / KMH_OF_A_KNOT,
                ACCURACY_METRES);
    }

    private Map<String, ?> json(List<Fix> fixes) {
        List<Map<String, ?>> locations =
                fixes.stream().map(TraccarPhone::location).toList();
        return Map.of("device_id", key, "location", locations.size() == 1 ? locations.getFirst() : locations);
    }

    private static Map<String, ?> location(Fix fix) {
        return Map.of(
                "timestamp",
                fix.at().toString(),
                "coords",
                Map.of(
                        "latitude",
                        fix.place().latitude(),
                        "longitude",
                        fix.place().longitude(),
                        "speed",
                        fix.speedKmh() / KMH_OF_A_METRE_A_SECOND,
                        "heading",
                        -1,
                        "accuracy",
                        ACCURACY_METRES),
                "battery",
                Map.of("level", 0.8));
    }
}
