package rw.ishemalink.booking.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.desk.store.Period;
import rw.ishemalink.booking.desk.store.Search;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** Lists narrowed to what is looked for, through the lens of what somebody is. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class SearchTest {

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    BookingQueries queries;

    private final Someone sender = Someone.sender();

    @Test
    void a_list_is_narrowed_by_kind_commodity_and_districts() {
        UUID potatoes = sender.books(Journeys.POTATOES);
        UUID beans = books(Map.of("commodity", "beans"));
        UUID back = books(Map.of("origin", Map.of("district", "11"), "destination", Map.of("district", "Nyamagabe")));
        UUID coffee = sender.books(Journeys.COFFEE);
        UUID ride = sender.books(Journeys.RIDE);

        assertFinds("limit=50", potatoes, beans, back, coffee, ride);
        assertFinds("kind=CARGO_DOMESTIC", potatoes, beans, back);
        assertFinds("kind=RIDE", ride);
        assertFinds("commodity=Beans", beans);
        assertFinds("originDistrict=nyamagabe", potatoes, beans);
        assertFinds("originDistrict=11", back);
        assertFinds("destinationDistrict=11", potatoes, beans);
        assertFinds("originDistrict=25&destinationDistrict=11&commodity=irish-potatoes", potatoes);
        assertFinds("kind=RIDE&commodity=beans");
        assertFinds("status=CONFIRMED");
    }

    @Test
    void a_tracking_code_finds_its_booking_and_only_for_those_who_may_see_it() {
        UUID bookingId = sender.books(Journeys.RIDE);
        sender.books(Journeys.RIDE);
        String code = sender.looksAt(bookingId).extract().path("trackingCode");
        assertFinds("trackingCode=" + code, bookingId);
        assertFinds("trackingCode=" + code.toLowerCase(Locale.ROOT), bookingId);
        Someone.with(Role.AUDITOR)
                .gets("/api/bookings?trackingCode={code}", code)
                .body("items.bookingId", containsInAnyOrder(bookingId.toString()));
        Someone.sender().gets("/api/bookings?trackingCode={code}", code).body("items", empty());
    }

    @Test
    void a_list_is_narrowed_to_a_time_of_creation() {
        UUID old = sender.books(Journeys.RIDE);
        UUID young = sender.books(Journeys.RIDE);
        Instant created = Instant.parse(sender.looksAt(young).extract().path("createdAt"));
        assertFinds("createdFrom=" + created, young);
        assertFinds("createdTo=" + created, old);
        assertFinds("createdFrom=" + created.plusNanos(1_000));
        assertFinds("createdFrom=" + created.minus(Duration.ofDays(1)) + "&createdTo=" + created, old);
    }

    @Test
    void staff_find_what_a_driver_moves() {
        Drivers driver = Drivers.onboarded();
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Someone dispatcher = Someone.with(Role.DISPATCHER);
        dispatcher.assigns(driver.driverId(), bookingId).statusCode(200);
        dispatcher
                .gets("/api/bookings?driverId={id}", driver.driverId())
                .statusCode(200)
                .body("items.bookingId", containsInAnyOrder(bookingId.toString()));
    }

    @Test
    void somebody_who_is_several_things_sees_each_booking_once_and_may_look_as_one_of_them() {
        Drivers driver = Drivers.onboarded();
        Someone both = Someone.travellingDriver(driver);
        UUID driven = sender.confirms(Journeys.RIDE);
        Someone.with(Role.DISPATCHER).assigns(driver.driverId(), driven).statusCode(200);
        UUID booked = both.books(Journeys.RIDE);

        assertThat(found(both, "limit=50")).containsExactlyInAnyOrder(driven.toString(), booked.toString());
        assertThat(found(both, "as=DRIVER")).containsExactly(driven.toString());
        assertThat(found(both, "as=SENDER")).containsExactly(booked.toString());
        assertThat(found(both, "as=OPERATOR")).containsExactly(driven.toString());
        assertThat(found(both, "limit=1")).containsExactly(booked.toString());
    }

    @ParameterizedTest(name = "a {0} cannot look as {1}")
    @CsvSource({"SENDER, STAFF", "DRIVER, CUSTOMS", "DISPATCHER, OPERATOR", "OPERATOR, STAFF"})
    void nobody_looks_as_what_they_are_not(Role role, Lens lens) {
        Someone.with(role)
                .gets("/api/bookings?as={lens}", lens)
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:not-your-view"));
    }

    @Test
    void staff_may_look_at_what_they_booked_themselves() {
        UUID own = sender.books(Journeys.RIDE);
        Someone staff = Someone.with(sender.id(), Role.AUDITOR);
        assertThat(found(staff, "as=SENDER")).containsExactly(own.toString());
        assertThat(found(staff, "as=STAFF")).contains(own.toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "as=BOSS, bad-parameter",
        "status=LOST, bad-parameter",
        "kind=TRAIN, bad-parameter",
        "trackingCode=ISH-1, bad-parameter",
        "trackingCode=%00, bad-parameter",
        "commodity=gold, unknown-commodity",
        "originDistrict=Paris, unknown-district",
        "driverId=me, bad-parameter",
        "createdFrom=yesterday, bad-parameter",
        "createdTo=2026-11-20, bad-parameter",
        "createdFrom=+999999999-12-31T23:59:59Z, bad-parameter",
        "scheduledFrom=0001-01-01T00:00:00Z, bad-parameter",
        "scheduledTo=2026-02-30T00:00:00Z, bad-parameter",
        "stuck=perhaps, bad-parameter",
        "limit=0, bad-parameter",
        "limit=101, bad-parameter",
        "limit=many, bad-parameter",
        "limit=99999999999, bad-parameter",
        "after=x, unknown-cursor"
    })
    void a_parameter_that_makes_no_sense_is_400_and_says_what_to_mend(String query, String code) {
        sender.asks()
                .urlEncodingEnabled(false)
                .get("/api/bookings?" + query.replace("+", "%2B"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }

    @Test
    void a_list_needs_a_token() {
        given().get("/api/bookings?kind=RIDE").then().statusCode(401);
    }

    @Test
    void a_page_is_one_statement_however_many_bookings_it_shows() {
        for (int i = 0; i < 5; i++) {
            sender.books(Journeys.POTATOES);
        }
        Visibility visibility = new Visibility(Someone.TENANT, sender.id(), Optional.empty(), false, true, false);
        Search search =
                new Search(null, null, null, null, null, null, null, null, Period.OPEN, Period.OPEN, false, null, 100);
        AtomicInteger statements = new AtomicInteger();
        int found = unitOfWork.read(sql -> {
            sql.setSqlLogger(new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                    statements.incrementAndGet();
                }
            });
            return queries.list(sql, visibility, search).size();
        });
        assertThat(found).isGreaterThanOrEqualTo(5);
        assertThat(statements).hasValue(1);
    }

    private UUID books(Map<String, ?> different) {
        Map<String, Object> journey = new HashMap<>(Journeys.POTATOES);
        journey.putAll(different);
        return sender.books(journey);
    }

    private void assertFinds(String query, UUID... bookings) {
        assertThat(found(sender, query))
                .as(query)
                .containsExactlyInAnyOrder(
                        Arrays.stream(bookings).map(UUID::toString).toArray(String[]::new));
    }

    private static List<String> found(Someone someone, String query) {
        return someone.gets("/api/bookings?" + query)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.bookingId", String.class);
    }
}
