package rw.ishemalink.booking.dispatch.returnload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.dispatch.Route;
import rw.ishemalink.booking.testing.DispatchStage;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;

/** A lorry takes potatoes from home to there; what waits there for the way back. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ReturnLoadsTest {

    private final Someone sender = Someone.sender();
    private final DispatchStage home = DispatchStage.alone();
    private final DispatchStage there = DispatchStage.alone();
    private final DispatchStage elsewhere = offTheWay();

    @Test
    void a_driver_on_a_trip_sees_open_cargo_that_fits_and_goes_home_best_earning_first() {
        Drivers driver = onTheWay();
        UUID one = open(there.cargo(1_000, home));
        UUID two = open(there.cargo(2_000, home));
        UUID away = open(there.cargo(2_000, elsewhere));
        UUID tooHeavy = open(there.cargo(7_001, home));
        UUID unpaid = sender.confirms(there.cargo(3_000, home));

        JsonPath loads = driver.person()
                .gets("/api/bookings/return-loads")
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> shown = loads.getList("bookingId");
        assertThat(shown)
                .containsSubsequence(two.toString(), one.toString())
                .doesNotContain(away.toString(), tooHeavy.toString(), unpaid.toString());
        assertThat(loads.getInt("find { it.bookingId == '" + two + "' }.extraMetres"))
                .isZero();
        assertThat(loads.getInt("find { it.bookingId == '" + two + "' }.cargo.weightKg"))
                .isEqualTo(2_000);
        assertThat(loads.prettify()).doesNotContain("ISH-");
    }

    @Test
    void a_load_that_somebody_took_is_no_longer_shown() {
        Drivers driver = onTheWay();
        UUID load = open(there.cargo(1_000, home));
        Someone.with(Role.DISPATCHER)
                .assigns(Drivers.onboarded().driverId(), load)
                .statusCode(200);
        List<String> shown = driver.person()
                .gets("/api/bookings/return-loads")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("bookingId");
        assertThat(shown).doesNotContain(load.toString());
    }

    @Test
    void who_has_no_trip_has_no_way_home() {
        home.lorry(10, 7_000)
                .person()
                .gets("/api/bookings/return-loads")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:no-trip"));
    }

    private DispatchStage offTheWay() {
        WayHome way = new WayHome(there.spot(), home.spot());
        DispatchStage stage = DispatchStage.alone();
        return way.passes(new Route(there.spot(), stage.spot())) ? offTheWay() : stage;
    }

    private Drivers onTheWay() {
        UUID trip = sender.confirms(home.cargo(500, there));
        Drivers driver = home.lorry(10, 7_000);
        Facts facts = Facts.about(trip).paid().receipt("NS " + trip);
        Someone.with(Role.DISPATCHER).assigns(driver.driverId(), trip).statusCode(200);
        facts.cleared(driver).show("status", "ASSIGNED");
        return driver;
    }

    private UUID open(Map<String, Object> journey) {
        UUID load = sender.confirms(journey);
        Facts.about(load).paid().receipt("NS " + load).show("status", "PAID");
        return load;
    }
}
