package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.story.Drive;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.Person;
import rw.ishemalink.local.story.Phone;
import rw.ishemalink.local.story.Point;
import rw.ishemalink.local.story.RefusedException;
import rw.ishemalink.local.story.Story;
import rw.ishemalink.local.story.TraccarPhone;
import rw.ishemalink.local.story.TraccarPhone.Fix;
import rw.ishemalink.local.story.TraccarPhone.Version;
import rw.ishemalink.local.story.TrackedTrip;
import rw.ishemalink.local.story.TrackedTrip.Link;
import rw.ishemalink.local.story.TrackedTruck;

/** An off-the-shelf phone, from its registration to the track that is left of the trip, through the gateway. */
class TrackedTripTest {

    private static final Point MARKET = new Point(-1.9560, 30.0440, "Kimisagara market");

    /** 110 m from the market, whose geofence has 300 m; 350 m from where it goes. */
    private static final Point JUNCTION = new Point(-1.95514, 30.04448, "Kimisagara junction");

    private static final Point STATION = new Point(-1.9524, 30.0460, "Nyabugogo station");
    /** 110 m from the station, on the way back. */
    private static final Point CORNER = new Point(-1.95326, 30.04552, "Nyabugogo corner");

    private static final Point FAR_AWAY = new Point(-2.4114, 29.4699, "Nyamagabe");

    /** A track's places are exact to 11 cm. */
    private static final double DEGREES = 0.000002;

    private static final List<String> SHOWN = List.of("position", "events", "track");
    private static final List<String> HIDDEN = List.of("position", "events", "track", "eta", "stream", "links");

    private static Story story;

    @BeforeAll
    static void the_suite_is_up() {
        story = new Story(Suite.get().context());
    }

    @Test
    void whoever_has_the_link_follows_a_phone_that_has_a_key_and_no_token_until_the_goods_are_there() {
        TrackedTruck truck = truckAtTheMarket(Version.ADDRESS);
        TrackedTrip trip = story.track(assigned(truck));
        assertThat(truck.phone().server().toString()).startsWith(gateway().toString());
        Link link = trip.share();
        assertThat(link.page()).isEqualTo(gateway().resolve(link.path() + "/page"));
        Phone receiver = story.cast().receiver("Receiver").phone();
        assertThat(receiver.get(link.path()).path("status").asText()).isEqualTo("ASSIGNED");

        try (StreamEar ear = new StreamEar(gateway().resolve(link.path() + "/stream"))) {
            pickUpAndStart(trip, truck);
            Fix last = truck.arrive();

            await("the junction on the stream", () -> findHeard(ear, last));
            JsonNode seen = awaitStatus(receiver, link, "ON_THE_WAY");
            assertIsOf(seen.path("position"), last);
            assertThat(seen.at("/position/near/name").asText()).isEqualTo("Nyarugenge");
            assertIsOf(trip.sender().get(trip.path("position")), last);
            assertThat(trip.listEvents()).noneMatch(event -> event.path("late").asBoolean());
            assertThat(seen + ear.heard().toString() + receiver.getText(link.path() + "/page"))
                    .doesNotContain(
                            trip.journey().bookingId(),
                            truck.driver().driverId(),
                            truck.driver().plate(),
                            truck.phone().deviceId());

            trip.journey().deliver(truck.driver());
            await("the stream to end", () -> Optional.of(ear).filter(StreamEar::isEnded));
        }
        assertThat(awaitStatus(receiver, link, "OVER").has("position")).isFalse();
        assertThat(status(() -> receiver.getText(link.path() + "/stream"))).isEqualTo(404);
    }

    @Test
    void what_a_phone_kept_while_it_was_out_of_reach_lands_on_the_trip_on_which_it_was_taken() {
        TrackedTruck truck = truckAtTheMarket(Version.JSON);
        TrackedTrip first = story.track(assigned(truck));
        Link link = first.share();
        truck.look();
        pickUpAndStart(first, truck);

        truck.phone().goOutOfReach();
        truck.drive().goTo(STATION);
        Journey next = paid(STATION, MARKET);
        truck.arrive();
        List<Fix> ofFirst = truck.drain();
        first.journey().deliver(truck.driver());
        awaitEvent(first, "the end of the trip", is("TRIP_ENDED"));
        truck.look();
        TrackedTrip second = story.track(next.assign(story.dispatcher(), truck.driver()));
        truck.look();
        next.pickUp(truck.driver());
        truck.drain();
        truck.drive().goTo(CORNER);
        truck.arrive();
        List<Fix> ofSecond = truck.drain();
        Phone receiver = story.cast().receiver("Receiver").phone();
        awaitStatus(receiver, second.share(), "ON_THE_WAY");
        awaitStatus(receiver, link, "OVER");
        truck.phone().comeBack();

        assertShows(second.awaitTrack(ofSecond.size()), ofSecond);
        JsonNode track = first.awaitTrack(ofFirst.size());
        assertShows(track, ofFirst);
        assertThat(track.at("/properties/distanceMetres").asDouble()).isCloseTo(MARKET.metresTo(STATION), offset(40.0));
        for (JsonNode event : List.of(
                awaitEvent(first, "the market left", is("GEOFENCE_LEFT", "pickup")),
                awaitEvent(first, "the station entered", is("GEOFENCE_ENTERED", "destination")))) {
            assertThat(event.path("late").asBoolean()).as(event.toString()).isTrue();
            assertThat(ofFirst)
                    .extracting(Fix::at)
                    .contains(Instant.parse(event.path("recordedAt").asText()));
        }
        assertThat(awaitStatus(receiver, link, "OVER").has("position")).isFalse();
        assertThat(status(() -> first.sender().get(first.path("position")))).isEqualTo(404);
        assertIsOf(second.sender().get(second.path("position")), ofSecond.getLast());
    }

    @Test
    void a_track_ends_where_the_goods_were_handed_over_though_driver_and_phone_tell_of_it_later() {
        TrackedTruck truck = truckAtTheMarket(Version.JSON);
        TrackedTrip trip = story.track(assigned(truck));
        Link link = trip.share();
        pickUpAndStart(trip, truck);
        truck.phone().goOutOfReach();
        Fix last = truck.arrive();
        List<Fix> ofTheTrip = truck.drain();
        Instant handedOver =
                await("the next millisecond", () -> Optional.of(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .filter(now -> now.isAfter(last.at())));
        truck.drive().goTo(MARKET);
        truck.arrive();

        trip.journey().sendDelivery(truck.driver(), handedOver);
        JsonNode end = awaitEvent(trip, "the end of the trip", is("TRIP_ENDED"));
        awaitStatus(story.cast().receiver("Receiver").phone(), link, "OVER");
        truck.phone().comeBack();

        assertShows(trip.awaitTrack(ofTheTrip.size()), ofTheTrip);
        assertThat(Instant.parse(end.path("recordedAt").asText())).isBefore(handedOver);
    }

    @Test
    void a_key_that_is_mistyped_or_revoked_is_refused_and_its_positions_are_nowhere() {
        TrackedTruck truck = truckAtTheMarket(Version.ADDRESS);
        Person driver = truck.driver().person();
        TraccarPhone revoked = story.registerPhone(truck.driver(), Version.JSON);
        TrackedTrip trip = story.track(assigned(truck));
        trip.journey().pickUp(truck.driver());
        awaitStatus(driver.phone(), trip.share(), "ON_THE_WAY");
        truck.look();
        driver.phone().delete("/api/tracking/devices/" + revoked.deviceId());

        Drive elsewhere = new Drive(FAR_AWAY);
        assertThat(status(() -> revoked.take(elsewhere.look()))).isEqualTo(401);
        assertThat(status(() -> mistyped(truck.phone()).take(elsewhere.look()))).isEqualTo(401);
        truck.look();

        List<Fix> taken = truck.drain();
        assertShows(trip.awaitTrack(taken.size()), taken);
        assertIsOf(trip.sender().get(trip.path("position")), taken.getLast());
    }

    @Test
    void a_stranger_and_another_fleets_dispatcher_do_not_learn_that_there_is_a_trip() {
        TrackedTruck truck = truckAtTheMarket(Version.ADDRESS);
        TrackedTrip trip = story.track(assigned(truck));
        trip.journey().pickUp(truck.driver());
        trip.share();
        Fix fix = truck.look();
        trip.awaitTrack(1);

        Person own = story.cast().fleetDispatcher("Our dispatcher");
        assertIsOf(own.phone().get(trip.path("position")), fix);
        assertThat(SHOWN).allSatisfy(what -> assertThat(status(() -> own.phone().getText(trip.path(what))))
                .isEqualTo(200));
        for (Person other :
                List.of(story.cast().sender("Stranger"), story.cast().dispatcherOfAnotherFleet("Their dispatcher"))) {
            assertThat(HIDDEN)
                    .allSatisfy(what -> assertThat(status(() -> other.phone().getText(trip.path(what))))
                            .isEqualTo(404));
            assertThat(status(() -> other.phone().post(trip.path("links"), Map.of("hours", 1))))
                    .isEqualTo(404);
        }
        Phone nobody = story.cast().receiver("Nobody").phone();
        assertThat(HIDDEN).allSatisfy(what -> assertThat(status(() -> nobody.getText(trip.path(what))))
                .isEqualTo(401));
        assertThat(status(() -> nobody.get("/api/tracking/shared/" + "A".repeat(43))))
                .isEqualTo(404);
    }

    private static TrackedTruck truckAtTheMarket(Version version) {
        return story.trackedTruck(MARKET, version);
    }

    private static Journey assigned(TrackedTruck truck) {
        return paid(MARKET, STATION).assign(story.dispatcher(), truck.driver());
    }

    private static Journey paid(Point from, Point to) {
        return story.bookPotatoesAcrossTown(story.cast().sender("Farmer"), from, to)
                .confirm()
                .awaitReceipt();
    }

    /** The truck stands at the market until it is known that it has the goods, and goes to the junction. */
    private static void pickUpAndStart(TrackedTrip trip, TrackedTruck truck) {
        trip.journey().pickUp(truck.driver());
        truck.drain();
        truck.await("the pick-up to be known", () -> findEvent(trip, is("GEOFENCE_ENTERED", "district:11")));
        truck.drive().goTo(JUNCTION);
        JsonNode start = truck.await("the start", () -> findEvent(trip, is("TRIP_STARTED")));
        assertThat(start.path("late").asBoolean()).isFalse();
        assertThat(findEvent(trip, is("GEOFENCE_ENTERED", "pickup"))).isPresent();
    }

    /** The same key with another last character. */
    private static TraccarPhone mistyped(TraccarPhone phone) {
        String key = phone.key();
        return phone.withKey(key.substring(0, key.length() - 1) + (key.endsWith("7") ? "8" : "7"));
    }

    private static Optional<String> findHeard(StreamEar ear, Fix fix) {
        return ear.heard().stream()
                .filter(data -> data.contains(fix.at().toString()))
                .findFirst();
    }

    private static void assertIsOf(JsonNode position, Fix fix) {
        assertThat(Instant.parse(position.path("recordedAt").asText())).isEqualTo(fix.at());
        assertThat(position.path("latitude").asDouble()).isCloseTo(fix.place().latitude(), offset(DEGREES));
        assertThat(position.path("longitude").asDouble()).isCloseTo(fix.place().longitude(), offset(DEGREES));
    }

    /** One fix of a track. */
    private record Shown(Instant at, double latitude, double longitude) {}

    private static List<Shown> listShown(JsonNode track) {
        List<Shown> shown = new ArrayList<>();
        JsonNode times = track.at("/properties/times");
        JsonNode places = track.at("/geometry/coordinates");
        for (int i = 0; i < times.size(); i++) {
            shown.add(new Shown(
                    Instant.parse(times.get(i).asText()),
                    places.get(i).get(1).asDouble(),
                    places.get(i).get(0).asDouble()));
        }
        return shown;
    }

    /** These fixes and no others, each in its place, in the order of time. */
    private static void assertShows(JsonNode track, List<Fix> fixes) {
        List<Shown> shown = listShown(track);
        assertThat(shown).extracting(Shown::at).containsExactlyElementsOf(timesOf(fixes));
        for (int i = 0; i < shown.size(); i++) {
            assertThat(shown.get(i).latitude()).isCloseTo(fixes.get(i).place().latitude(), offset(DEGREES));
            assertThat(shown.get(i).longitude()).isCloseTo(fixes.get(i).place().longitude(), offset(DEGREES));
        }
    }

    private static List<Instant> timesOf(List<Fix> fixes) {
        return fixes.stream().map(Fix::at).toList();
    }

    private static URI gateway() {
        return Suite.get().stack().gatewayUrl();
    }

    private static Predicate<JsonNode> is(String change) {
        return event -> event.path("change").asText().equals(change);
    }

    private static Predicate<JsonNode> is(String change, String geofence) {
        return is(change).and(event -> event.path("geofence").asText().equals(geofence));
    }

    private static Optional<JsonNode> findEvent(TrackedTrip trip, Predicate<JsonNode> isIt) {
        return trip.listEvents().stream().filter(isIt).findFirst();
    }

    private static JsonNode awaitEvent(TrackedTrip trip, String what, Predicate<JsonNode> isIt) {
        return await(what, () -> findEvent(trip, isIt));
    }

    /** What the link shows, once the trip has come so far. */
    private static JsonNode awaitStatus(Phone phone, Link link, String status) {
        return await("the link to say " + status, () -> Optional.of(phone.get(link.path()))
                .filter(shared -> shared.path("status").asText().equals(status)));
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) {
        return new Patience(Suite.PATIENCE).await(what, look);
    }

    /** The status with which the suite refuses it; 200, if it does not. */
    private static int status(Runnable request) {
        try {
            request.run();
            return 200;
        } catch (RefusedException refused) {
            return refused.status();
        }
    }
}
