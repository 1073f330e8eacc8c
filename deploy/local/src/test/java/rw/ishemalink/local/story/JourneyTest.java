package rw.ishemalink.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do in the story, against a suite that answers as told. */
@SuppressWarnings("NullAway.Init")
class JourneyTest {

    private static final String BOOKING = "GET /api/bookings/b1";
    private static final String OFFERS = "GET /api/bookings/offers";
    private static final Point KIGALI = new Point(-1.9441, 30.0619, "Kigali Centre");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private FakeSuite suite;
    private StoryContext context;
    private World world;
    private Driver driver;

    @BeforeEach
    void thereIsASuite() {
        suite = new FakeSuite();
        context = suite.context(told::add);
        world = new World(context);
        driver = new Driver(Person.newcomer("Moto driver", context, world), "d1", "RAB 123 C", "1199880000000001");
        suite.answers("POST /api/quotes", 200, "{\"quoteId\": \"q1\"}")
                .answers("POST /api/bookings", 201, booking("DRAFT"))
                .answers("POST /api/fleet/drivers/me/duty", 200, "{}");
    }

    @AfterEach
    void theSuiteEnds() {
        suite.close();
    }

    @Test
    void a_booking_names_the_receiver_and_the_driver_delivers_against_the_code_from_the_receivers_sms() {
        Person receiver = Person.newcomer("Receiver", context, world);
        String inbox = "GET /sms/inbox?to=%2B" + receiver.number().substring(1);
        suite.answers(BOOKING, 200, booking("IN_TRANSIT"))
                .answers(inbox, 200, "[]")
                .answers(inbox, 200, "[{\"message\": \"493021 is the code for your goods ISH-7K2M9QXZ\"}]")
                .answers("POST /api/bookings/b1/deliver", 200, "{}");

        book(Optional.of(receiver)).deliver(driver);

        assertThat(suite.listBodies("POST /api/bookings"))
                .singleElement()
                .asString()
                .contains("\"receiver\":{", "\"name\":\"Receiver\"", "\"phone\":\"" + receiver.number() + "\"");
        assertThat(suite.listBodies("POST /api/bookings/b1/deliver")).containsExactly("{\"code\":\"493021\"}");
        assertThat(told).noneMatch(line -> line.contains("493021"));
    }

    @Test
    void a_passenger_gets_off_without_a_code() {
        suite.answers(BOOKING, 200, booking("DELIVERED")).answers("POST /api/bookings/b1/deliver", 200, "{}");

        book(Optional.empty()).deliver(driver);

        assertThat(suite.listBodies("POST /api/bookings/b1/deliver")).containsExactly("{}");
        assertThat(suite.listBodies("POST /api/bookings"))
                .singleElement()
                .asString()
                .doesNotContain("receiver");
    }

    @Test
    void a_driver_waits_for_the_offer_of_that_booking_and_says_where_meanwhile() {
        suite.answers(BOOKING, 200, booking("CONFIRMED"))
                .answers("POST /api/tracking/positions", 202, "{}")
                .answers(OFFERS, 200, "[]")
                .answers(OFFERS, 200, "[{\"bookingId\": \"b2\", \"expiresAt\": \"2100-01-01T00:00:00Z\"}]")
                .answers(OFFERS, 200, "[{\"bookingId\": \"b1\", \"expiresAt\": \"2100-01-01T00:00:00Z\"}]");

        book(Optional.empty()).awaitOffer(driver, KIGALI);

        assertThat(suite.listBodies(OFFERS)).hasSize(3);
        assertThat(suite.listBodies("POST /api/tracking/positions"))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains("-1.9441", "30.0619", "recordedAt"));
        assertThat(told).last().asString().contains("Dispatch", "offers it to Moto driver");
    }

    @Test
    void a_position_counts_once_tracking_knows_the_driver() {
        suite.answers("POST /api/tracking/positions", 403, "{\"type\": \"urn:ishemalink:problem:no-vehicle\"}")
                .answers("POST /api/tracking/positions", 202, "{}");

        assertThat(driver.stayAt(KIGALI)).isFalse();
        assertThat(driver.stayAt(KIGALI)).isTrue();
    }

    @Test
    void a_position_that_is_refused_for_another_reason_ends_the_story() {
        suite.answers(
                "POST /api/tracking/positions", 400, "{\"type\": \"urn:ishemalink:problem:no-position-accepted\"}");

        assertThatThrownBy(() -> driver.stayAt(KIGALI)).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_rating_whose_first_answer_was_lost_is_not_given_twice() {
        suite.answers(BOOKING, 200, "{\"bookingId\": \"b1\", \"status\": \"DELIVERED\", \"stars\": 5}")
                .answers("POST /api/bookings/b1/rating", 409, "{\"type\": \"urn:ishemalink:problem:done-already\"}");

        Journey ride = book(Optional.empty()).rate(5);

        assertThat(suite.listBodies("POST /api/bookings/b1/rating")).containsExactly("{\"stars\":5}");
        assertThatThrownBy(() -> ride.rate(4)).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_rated_driver_goes_off_duty() {
        suite.answers(BOOKING, 200, booking("DELIVERED"))
                .answers("GET /api/fleet/drivers/d1", 200, "{\"driverId\": \"d1\"}")
                .answers("GET /api/fleet/drivers/d1", 200, "{\"rating\": {\"average\": 5.00, \"count\": 1}}");

        driver.goOnDuty();
        book(Optional.empty()).awaitRating(driver);

        assertThat(suite.listBodies("POST /api/fleet/drivers/me/duty"))
                .containsExactly("{\"onDuty\":true}", "{\"onDuty\":false}");
        assertThat(told).last().asString().contains("5.0 stars of 1 rating");
    }

    private Journey book(Optional<Person> receiver) {
        Person sender = Person.newcomer("Sender", context, world);
        return Journey.book(context, new Timeline(told::add), world, sender, receiver, Map.of(), Map.of());
    }

    private static String booking(String status) {
        return """
                {"bookingId": "b1", "trackingCode": "ISH-7K2M9QXZ", "status": "%s",
                 "origin": {"label": "Nyamagabe"}, "destination": {"label": "Kigali"}, "price": {"total": 45000}}""".formatted(status);
    }
}
