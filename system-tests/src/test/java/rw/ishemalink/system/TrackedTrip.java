package rw.ishemalink.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import rw.ishemalink.local.story.Drive;
import rw.ishemalink.local.story.Driver;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.Person;
import rw.ishemalink.local.story.Phone;
import rw.ishemalink.local.story.RefusedException;
import rw.ishemalink.local.story.TraccarPhone;
import rw.ishemalink.local.story.TraccarPhone.Fix;

/** What is known of where a booking is, as people see it through the gateway. */
record TrackedTrip(Journey journey) {

    private static final String TRACKING = "/api/tracking/bookings/";

    /** A link as its maker was shown it. */
    record Link(String token, URI page) {

        String path() {
            return "/api/tracking/shared/" + token;
        }
    }

    /** One fix of a track. */
    record Shown(Instant at, double latitude, double longitude) {}

    String path(String what) {
        return TRACKING + journey.bookingId() + "/" + what;
    }

    Person sender() {
        return journey.sender();
    }

    /** What the link shows, once the trip has come so far. */
    static JsonNode awaitStatus(Phone phone, Link link, String status) {
        return await("the link to say " + status, () -> Optional.of(phone.get(link.path()))
                .filter(shared -> shared.path("status").asText().equals(status)));
    }

    /** The sender's link, once tracking has heard of the trip. */
    Link share() {
        JsonNode link = await(
                "a link", () -> unlessRefused(404, () -> sender().phone().post(path("links"), Map.of("hours", 24))));
        return new Link(link.path("token").asText(), URI.create(link.path("url").asText()));
    }

    /** The sender sees that its positions have shown that. */
    JsonNode awaitEvent(String what, Predicate<JsonNode> isIt) {
        return await(what, () -> findEvent(isIt));
    }

    Optional<JsonNode> findEvent(Predicate<JsonNode> isIt) {
        return events().stream().filter(isIt).findFirst();
    }

    List<JsonNode> events() {
        return sender().phone().get(path("events")).valueStream().toList();
    }

    static Predicate<JsonNode> is(String change) {
        return event -> event.path("change").asText().equals(change);
    }

    static Predicate<JsonNode> is(String change, String geofence) {
        return is(change).and(event -> event.path("geofence").asText().equals(geofence));
    }

    /** The track, once it has so many fixes. */
    JsonNode awaitTrack(int fixes) {
        return await("a track of %d fixes".formatted(fixes), () -> unlessRefused(
                        404, () -> sender().phone().get(path("track")))
                .filter(track -> track.at("/properties/fixes").asInt() >= fixes));
    }

    /** The fixes of a track. */
    static List<Shown> listShown(JsonNode track) {
        List<Shown> fixes = new ArrayList<>();
        JsonNode times = track.at("/properties/times");
        JsonNode places = track.at("/geometry/coordinates");
        for (int i = 0; i < times.size(); i++) {
            fixes.add(new Shown(
                    Instant.parse(times.get(i).asText()),
                    places.get(i).get(1).asDouble(),
                    places.get(i).get(0).asDouble()));
        }
        return fixes;
    }

    /** The status with which the suite refuses it; 200, if it does not. */
    static int status(Runnable request) {
        try {
            request.run();
            return 200;
        } catch (RefusedException refused) {
            return refused.status();
        }
    }

    private static <T> Optional<T> unlessRefused(int status, Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (RefusedException refused) {
            if (refused.status() == status) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    static <T> T await(String what, Supplier<Optional<T>> look) {
        return new Patience(Suite.PATIENCE).await(what, look);
    }

    /** A truck under way, whose phone takes a fix whenever somebody looks. */
    record OnTheWay(Driver driver, TraccarPhone phone, Drive drive, List<Fix> taken) {

        OnTheWay(Driver driver, TraccarPhone phone, Drive drive) {
            this(driver, phone, drive, new ArrayList<>());
        }

        Fix look() {
            Fix fix = phone.take(drive.look());
            taken.add(fix);
            return fix;
        }

        /** The fixes since it was last asked. */
        List<Fix> drain() {
            List<Fix> fixes = List.copyOf(taken);
            taken.clear();
            return fixes;
        }

        /** Goes on taking fixes until there is something to see. */
        <T> T await(String what, Supplier<Optional<T>> see) {
            return TrackedTrip.await(what, () -> {
                look();
                return see.get();
            });
        }

        /** Goes on taking fixes until it is there; the last of them. */
        Fix arrive() {
            return await(
                    "the end of the way", () -> Optional.of(taken.getLast()).filter(fix -> fix.speedKmh() == 0));
        }
    }
}
