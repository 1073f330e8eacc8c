package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.booking.BookingKind;

/** A token that was just verified takes the express lane; the first time it is the resource that answers. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ExpressLaneTest {

    /** Each answer has its own. */
    private static final Set<String> VARYING = Set.of("x-correlation-id", "date", "connection");

    private final Journey journey = new Journey(BookingKind.CARGO_DOMESTIC);

    @BeforeEach
    void a_load_is_assigned() {
        journey.assign();
    }

    @Test
    void the_lane_answers_as_the_resource_does() {
        Map<String, Object> good = Journey.fix(-2.52, 29.71);
        List<Object> bodies = List.of(
                good,
                List.of(good, Journey.fix(0, 0)),
                List.of(Journey.fix(91, 29.71)),
                List.of(),
                Collections.nCopies(501, good),
                Map.of("latitude", "north"),
                "{",
                "[[]]");
        for (Object body : bodies) {
            String token = journey.driverToken();
            Response byTheResource = report(token, body);
            Response byTheLane = report(token, body);
            assertThat(byTheLane.statusCode()).as("%s", body).isEqualTo(byTheResource.statusCode());
            assertThat(byTheLane.asString()).as("%s", body).isEqualTo(byTheResource.asString());
            assertThat(headers(byTheLane)).as("%s", body).isEqualTo(headers(byTheResource));
        }
    }

    @Test
    void problems_are_told_in_the_callers_language_in_both() {
        String token = journey.driverToken();
        for (int time = 0; time < 2; time++) {
            Response refused = given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .header("Accept-Language", "fr")
                    .body("{")
                    .post("/api/tracking/positions");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.header("Content-Language")).isEqualTo("fr");
        }
    }

    private static Response report(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/tracking/positions");
    }

    private static Map<String, String> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !VARYING.contains(header.getName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT), Header::getValue, (one, _) -> one));
    }
}
