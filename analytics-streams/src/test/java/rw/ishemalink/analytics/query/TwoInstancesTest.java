package rw.ishemalink.analytics.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Two instances share the partitions; each answers for both. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TwoInstancesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DRIVERS = 12;

    private final Published ours = Published.inNewTenant();
    private final String token =
            TestToken.of(Role.AUDITOR).tenant(ours.tenant()).sign();

    @Test
    void one_instance_answers_for_both_with_the_callers_token_and_takes_over_when_the_other_leaves()
            throws IOException {
        deliver();
        awaitDeliveries(1);

        try (OtherInstance other = OtherInstance.start(SharedParts.bootstrapServers(), ours.tenant())) {
            await().atMost(PATIENCE).until(other::isCounting);
            deliver();
            awaitDeliveries(2);
            eachDriverHasItsRank();
            await().atMost(PATIENCE).until(() -> {
                leaders();
                return !other.tokens().isEmpty();
            });
            assertThat(other.tokens()).containsOnly("Bearer " + token);
        }

        deliver();
        awaitDeliveries(3);
    }

    private void deliver() {
        IntStream.range(0, DRIVERS).forEach(i -> ours.deliveredBy(new UUID(7, i)));
    }

    private void awaitDeliveries(long each) {
        // Not untilAsserted: it would pass over an answer that is an error.
        await().atMost(PATIENCE)
                .until(
                        this::leaders,
                        answer -> answer.getBoolean("complete")
                                && answer.getList("drivers.deliveries", Long.class)
                                        .equals(Collections.nCopies(DRIVERS, each)));
    }

    /** All did the same, so they come in the order of their ids, whichever instance has them. */
    private void eachDriverHasItsRank() {
        for (int i = 0; i < DRIVERS; i++) {
            JsonPath rank = ask("/api/analytics/drivers/" + new UUID(7, i) + "/rank");
            assertThat(rank.getInt("rank")).isEqualTo(i + 1);
            assertThat(rank.getInt("of")).isEqualTo(DRIVERS);
        }
    }

    /** Never an error, whatever moves: asserted at every call. */
    private JsonPath leaders() {
        return ask("/api/analytics/drivers/leaderboard?limit=100");
    }

    private JsonPath ask(String path) {
        return given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
