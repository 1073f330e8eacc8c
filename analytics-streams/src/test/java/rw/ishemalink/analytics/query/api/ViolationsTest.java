package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** A booking that broke the law is told by REST and on the metric, to the tenant whose it is. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ViolationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String VIOLATIONS = "/api/analytics/compliance/violations";

    private final Published ours = Published.inNewTenant();

    @Test
    void a_delivery_of_what_nobody_picked_up_is_told_and_counted() {
        BookingLife booking = ours.newBooking().free();
        Published.publish(booking.confirmed());
        Published.publish(booking.delivered());

        JsonPath answer =
                await().atMost(PATIENCE).until(() -> ask(ours.tenant()), told -> told.getLong("violations") > 0);
        assertThat(answer.<String>getList("bookings.bookingId"))
                .containsOnly(booking.bookingId().toString());
        assertThat(answer.getLong("byRule.'LAW-PICKUP-FIRST'")).isEqualTo(1);
        assertThat(answer.getLong("byRule.'LAW-PAID'")).isZero();
        await().atMost(PATIENCE).until(() -> given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("law_of_dispatch_violations{")
                        && line.contains(ours.tenant())
                        && line.endsWith(" 1.0")));
        assertThat(ask("t-other").getLong("violations")).isZero();
    }

    @Test
    void the_metric_reads_0_for_every_rule_as_long_as_nothing_is_wrong() {
        await().atMost(PATIENCE)
                .until(() -> given().get("/q/metrics")
                                .asString()
                                .lines()
                                .filter(line -> line.startsWith("law_of_dispatch_violations{")
                                        && line.contains("tenant=\"\"")
                                        && line.endsWith(" 0.0"))
                                .count()
                        == 6);
    }

    private static JsonPath ask(String tenant) {
        return given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).tenant(tenant).sign())
                .get(VIOLATIONS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
