package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is known of where a booking is, as its sender sees it, and whoever has a link. */
public final class TrackedTrip {

    private static final int NOT_FOUND = 404;

    private final StoryContext context;
    private final Journey journey;

    TrackedTrip(StoryContext context, Journey journey) {
        this.context = context;
        this.journey = journey;
    }

    /** A link as its maker was shown it. */
    public record Link(String token, URI page) {

        /** Where its state is. */
        public String path() {
            return "/api/tracking/shared/" + token;
        }
    }

    public Journey journey() {
        return journey;
    }

    /** The phone of who booked it. */
    public Phone sender() {
        return journey.sender().phone();
    }

    /** Where tracking answers that of this booking. */
    public String path(String what) {
        return "/api/tracking/bookings/" + journey.bookingId() + "/" + what;
    }

    /** A link of the sender's, once tracking has heard of the trip. */
    public Link share() {
        JsonNode link = await("a link", () -> unlessMissing(() -> sender().post(path("links"), Map.of("hours", 24))));
        return new Link(link.path("token").asText(), URI.create(link.path("url").asText()));
    }

    /** What the link shows to somebody, once it shows that. */
    public JsonNode awaitShared(Phone somebody, Link link, Predicate<JsonNode> isIt) {
        return await("the link to show it", () -> Optional.of(somebody.get(link.path()))
                .filter(isIt));
    }

    /** What the trip's positions have shown. */
    public List<JsonNode> listEvents() {
        return sender().get(path("events")).valueStream().toList();
    }

    /** The track, once it has so many fixes. */
    public JsonNode awaitTrack(int fixes) {
        return await("a track of %d fixes".formatted(fixes), () -> unlessMissing(() -> sender().get(path("track")))
                .filter(track -> track.at("/properties/fixes").asInt() >= fixes));
    }

    private <T> T await(String what, Supplier<Optional<T>> look) {
        return new Patience(context.patience()).await(what, look);
    }

    private static Optional<JsonNode> unlessMissing(Supplier<JsonNode> request) {
        return RefusedException.unless(refused -> refused.status() == NOT_FOUND, request);
    }
}
