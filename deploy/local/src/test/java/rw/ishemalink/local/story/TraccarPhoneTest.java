package rw.ishemalink.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.story.TraccarPhone.Fix;
import rw.ishemalink.local.story.TraccarPhone.Version;

/** What a phone with Traccar Client sends, against a suite that answers as told. */
@SuppressWarnings("NullAway.Init")
class TraccarPhoneTest {

    private static final String REPORT = "POST /osmand";
    private static final Point KIGALI = new Point(-1.9441, 30.0619, "Kigali Centre");
    private static final Instant TEN = Instant.parse("2026-05-01T10:00:00Z");

    private FakeSuite suite;
    private Person driver;

    @BeforeEach
    void thereIsASuite() {
        suite = new FakeSuite();
        StoryContext context = suite.context(_ -> {});
        driver = Person.newcomer("Driver", context, new World(context));
        suite.answers("POST /api/tracking/devices", 201, """
                        {"deviceId": "d1", "key": "7K2M9QXZ", "serverUrl": "%s"}""".formatted(osmand(context.gateway())))
                .answers(REPORT, 200, "");
    }

    @AfterEach
    void theSuiteEnds() {
        suite.close();
    }

    @Test
    void the_old_one_puts_each_fix_into_an_address_with_its_speed_in_knots() {
        String address = "GET /osmand?id=7K2M9QXZ&timestamp=1777629600000&lat=-1.9441000&lon=30.0619000&speed=10.000"
                + "&bearing=-1&accuracy=5&batt=80";
        suite.answers(address, 200, "");

        phone(Version.ADDRESS).take(new Fix(TEN, KIGALI, 18.52));

        assertThat(suite.listBodies(address)).hasSize(1);
    }

    @Test
    void the_new_one_sends_json_with_its_speed_in_metres_a_second() {
        phone(Version.JSON).take(new Fix(TEN, KIGALI, 36));

        assertThat(suite.listBodies(REPORT))
                .singleElement()
                .asString()
                .contains("\"device_id\":\"7K2M9QXZ\"", "\"location\":{", "\"speed\":10.0", "2026-05-01T10:00:00Z");
    }

    @Test
    void what_it_could_not_send_comes_later_in_order_a_hundred_at_once() {
        TraccarPhone phone = phone(Version.JSON);
        phone.goOutOfReach();
        IntStream.range(0, 150).forEach(i -> phone.take(new Fix(TEN.plusSeconds(i), KIGALI, 0)));
        assertThat(suite.listBodies(REPORT)).isEmpty();

        phone.comeBack();

        assertThat(suite.listBodies(REPORT)).hasSize(2);
        assertThat(suite.listBodies(REPORT).getFirst())
                .contains("10:00:00Z", "10:01:39Z")
                .doesNotContain("10:01:40Z");
        assertThat(suite.listBodies(REPORT).getLast()).contains("10:01:40Z", "10:02:29Z");
    }

    private TraccarPhone phone(Version version) {
        return TraccarPhone.register(driver, version, Duration.ofMinutes(1));
    }

    private static URI osmand(URI gateway) {
        return gateway.resolve("/osmand");
    }
}
