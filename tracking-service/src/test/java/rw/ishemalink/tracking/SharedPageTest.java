package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.booking.BookingKind;

/** The page behind a link, for people with a phone and no account. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class SharedPageTest {

    private final Journey journey = new Journey(BookingKind.CARGO_DOMESTIC);
    private String page = "";

    @BeforeEach
    void a_trip_is_shared() {
        journey.assign();
        page = given().auth()
                .oauth2(Journey.token(Role.SENDER, journey.sender))
                .contentType("application/json")
                .body("{\"hours\": 1}")
                .post("/api/tracking/bookings/" + journey.bookingId + "/links")
                .then()
                .statusCode(201)
                .extract()
                .path("url")
                .toString()
                .replaceAll("^https?://[^/]+", "");
    }

    @Test
    void it_speaks_the_browsers_language_or_the_one_that_is_asked_for() {
        given().header("Accept-Language", "fr-BE,en;q=0.5")
                .get(page)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", equalTo("fr"))
                .body(containsString("Suivre une livraison"));
        given().header("Accept-Language", "fr")
                .get(page + "?lang=rw")
                .then()
                .header("Content-Language", equalTo("rw"))
                .body(containsString("Kurikirana ibyoherejwe"));
        given().header("Accept-Language", "sw")
                .get(page)
                .then()
                .header("Content-Language", equalTo("en"))
                .body(containsString("Follow a delivery"));
    }

    @Test
    void it_shows_where_the_goods_are_without_any_script_and_nobody_is_named_on_it() {
        journey.drive(-2.5246, 29.7088);
        await().until(() -> given().get(page).asString().contains("Near Huye."));
        String text = given().get(page).asString();
        assertThat(text).contains("<noscript><h1>A vehicle has been assigned.").contains("\"latitude\":-2.5246");
        assertThat(text)
                .doesNotContain(
                        journey.bookingId.toString(),
                        journey.vehicle.toString(),
                        journey.driver.toString(),
                        journey.sender.toString());
    }

    @Test
    void it_loads_nothing_from_elsewhere_and_does_not_give_its_address_away() {
        given().get(page)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Robots-Tag", containsString("noindex"))
                .body(not(containsString("{{")))
                .body(not(containsString("src=")));
    }

    @Test
    void a_link_that_is_over_leads_to_a_page_that_says_so() {
        given().header("Accept-Language", "en")
                .get("/api/tracking/shared/" + "A".repeat(43) + "/page")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("This link has ended, or the trip is over."))
                .body(containsString("var state = null;"));
    }

    @Test
    void each_language_has_every_text() {
        List<String> keys = keys(Locale.ENGLISH);
        assertThat(keys(Locale.FRENCH)).isEqualTo(keys);
        assertThat(keys(Locale.of("rw"))).isEqualTo(keys);
    }

    private static List<String> keys(Locale language) {
        return ResourceBundle.getBundle(
                        "shared-page",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet()
                .stream()
                .sorted()
                .toList();
    }
}
