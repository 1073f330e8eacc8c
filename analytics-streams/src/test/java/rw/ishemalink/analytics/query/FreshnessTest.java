package rw.ishemalink.analytics.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.store.CommitPace;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** From the broker's acknowledgement of an event to the answer that has it: how long that is made to wait, and for what. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class FreshnessTest {

    private static final Logger LOG = Logger.getLogger(FreshnessTest.class);
    private static final int EVENTS = 20;
    private static final int WARM_UP = 5;

    /** From bookings to drivers or customers. */
    private static final int PARTS_ON_THE_LONGEST_WAY = 2;

    @ConfigProperty(name = "kafka-streams.poll.ms")
    long pollMillis;

    private final Published ours = Published.inNewTenant();
    private final String token =
            TestToken.of(Role.AUDITOR).tenant(ours.tenant()).sign();

    /**
     * Each part of the topology on the way polls and then commits, soon while there is little to do. What the work itself
     * takes is the machine's affair.
     */
    @Test
    void what_an_event_waits_for_on_its_way_to_the_answers_is_less_than_a_second() {
        assertThat(PARTS_ON_THE_LONGEST_WAY * (pollMillis + CommitPace.SOON.toMillis()))
                .isLessThan(1_000);
    }

    @Test
    void an_event_is_in_the_answers_though_none_comes_after_it() {
        List<Long> revenue = measure("/api/analytics/revenue", "total.bookings", ours::paid);
        UUID driver = UUID.randomUUID();
        List<Long> leaders =
                measure("/api/analytics/drivers/leaderboard", "drivers[0].deliveries", () -> ours.deliveredBy(driver));

        LOG.infof("freshness, millis, sorted: revenue %s, leaderboard %s", revenue, leaders);
    }

    private List<Long> measure(String path, String field, Runnable publish) {
        return IntStream.rangeClosed(1, WARM_UP + EVENTS)
                .mapToObj(i -> {
                    publish.run();
                    long published = System.nanoTime();
                    await().pollInterval(Duration.ofMillis(5))
                            .atMost(Duration.ofSeconds(90))
                            .until(() -> count(path, field) == i);
                    return Duration.ofNanos(System.nanoTime() - published).toMillis();
                })
                .skip(WARM_UP)
                .sorted()
                .toList();
    }

    private long count(String path, String field) {
        Number count = given().auth().oauth2(token).get(path).then().extract().path(field);
        return count == null ? 0 : count.longValue();
    }
}
