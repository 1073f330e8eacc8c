package rw.ishemalink.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** One service is dead, one never answers; thousands ask for them and for the one that works. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
class BulkheadTest {

    private static final int ROUNDS = 1_000;

    private final String token = TestToken.of(Role.SENDER).sign();

    @Test
    void a_dead_and_a_slow_service_cost_the_others_nothing() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                slow.add(ask(client, "/api/tracking/bookings/1/position"));
                CompletableFuture<Integer> dead = ask(client, "/api/payments/1");
                assertThat(within(ask(client, "/api/bookings/1"))).isEqualTo(200);
                assertThat(within(dead)).isEqualTo(503);
            }
            // What could not wait was told so at once, what did hears it in time; nothing hangs.
            for (CompletableFuture<Integer> one : slow) {
                assertThat(within(one)).isIn(503, 504);
            }
            assertThat(within(ask(client, "/api/bookings/1"))).isEqualTo(200);
        }
    }

    private CompletableFuture<Integer> ask(HttpClient client, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private static int within(CompletableFuture<Integer> answer) throws Exception {
        return answer.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
