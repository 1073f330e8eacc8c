package rw.ishemalink.analytics.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.testing.SuiteResource;

/** Monitoring reads what the business does today. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BusinessGaugesTest {

    private final Published ours = Published.inNewTenant();

    @Test
    void bookings_and_revenue_of_today_are_told_by_tenant() {
        ours.paid();
        ours.paid();
        await().until(() -> tells("ishema_analytics_today_bookings\\{kind=\"CARGO_DOMESTIC\",tenant=\"%s\"} 2\\.0"));
        assertThat(tells("ishema_analytics_today_gross_francs\\{kind=\"CARGO_DOMESTIC\",tenant=\"%s\"} 23600\\.0"))
                .isTrue();
    }

    @Test
    void each_instance_tells_its_partitions_and_how_far_it_is_behind() {
        ours.paid();
        await().until(() -> tells("ishema_analytics_partitions\\{home=\"BOOKING\"} 6\\.0"));
        await().until(() -> tells("ishema_analytics_lag_millis\\{home=\"BOOKING\"} ")
                && tells("ishema_analytics_counted_age_seconds\\{home=\"BOOKING\"} "));
    }

    private boolean tells(String line) {
        return Pattern.compile(line.replace("%s", ours.tenant()))
                .matcher(given().get("/q/metrics").asString())
                .find();
    }
}
