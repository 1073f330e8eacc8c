package rw.ishemalink.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.TokenRevocation;

/** WebSockets and event streams through the door. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
class StreamsTest {

    private static final int SOCKETS = 200;

    @Test
    void a_browser_brings_its_token_as_a_protocol_and_the_service_hears_it_as_a_header() throws Exception {
        String token = TestToken.of(Role.SENDER).sign();
        Talk talk = new Talk();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .subprotocols("ishemalink", "bearer." + token)
                    .buildAsync(live("?x=1"), talk)
                    .join();
            assertThat(socket.getSubprotocol()).isEqualTo("ishemalink");
            socket.sendText("who", true).join();
            assertThat(talk.hear()).isEqualTo("Bearer " + token + " /api/bookings/1/live?x=1");
            socket.abort();
        }
    }

    @Test
    void a_token_in_the_query_is_not_passed_on_there() throws Exception {
        String token = TestToken.of(Role.SENDER).sign();
        Talk talk = new Talk();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(live("?x=1&access_token=" + token), talk)
                    .join();
            socket.sendText("who", true).join();
            assertThat(talk.hear()).isEqualTo("Bearer " + token + " /api/bookings/1/live?x=1");
            socket.abort();
        }
    }

    @Test
    void where_no_token_is_asked_for_the_service_is_given_the_one_of_the_query_all_the_same() throws Exception {
        Talk talk = new Talk();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI open = URI.create("ws://localhost:" + RestAssured.port + "/oauth2/socket?access_token=any&device=key");
            WebSocket socket =
                    client.newWebSocketBuilder().buildAsync(open, talk).join();
            socket.sendText("who", true).join();
            assertThat(talk.hear()).isEqualTo("Bearer any /oauth2/socket?device=key");
            socket.abort();
        }
    }

    @Test
    void two_hundred_sockets_each_hear_what_is_theirs_and_why_they_were_closed() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<Talk> talks = new ArrayList<>();
            List<WebSocket> sockets = new ArrayList<>();
            for (int i = 0; i < SOCKETS; i++) {
                Talk talk = new Talk();
                talks.add(talk);
                sockets.add(client.newWebSocketBuilder()
                        .buildAsync(
                                live("?access_token="
                                        + TestToken.of(Role.SENDER).sign()),
                                talk)
                        .join());
            }
            for (int i = 0; i < SOCKETS; i++) {
                sockets.get(i).sendText("message " + i, true).join();
            }
            for (int i = 0; i < SOCKETS; i++) {
                assertThat(talks.get(i).hear()).isEqualTo("message " + i);
                sockets.get(i).sendText("bye", true).join();
            }
            for (Talk talk : talks) {
                assertThat(talk.closed.get(Patience.LIMIT.toSeconds(), SECONDS)).isEqualTo("4001 bye");
            }
        }
    }

    @Test
    void what_a_service_answers_instead_of_opening_a_socket_is_passed_on() {
        given().header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .auth()
                .oauth2(TestToken.of(Role.SENDER).sign())
                .get("/api/payments/1/live")
                .then()
                .statusCode(503);
    }

    @Test
    void a_revoked_token_opens_nothing_more_and_what_it_had_opened_is_closed() throws Exception {
        UUID person = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        String token = TestToken.of(Role.SENDER).person(person).session(session).sign();
        String other = TestToken.of(Role.SENDER)
                .person(person)
                .session(UUID.randomUUID())
                .sign();
        Talk talk = new Talk();
        Talk stays = new Talk();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket unused = client.newWebSocketBuilder()
                    .buildAsync(live("?access_token=" + token), talk)
                    .join();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(live("?access_token=" + other), stays)
                    .join();
            InputStream stream = openStream(client, token);
            assertThat(stream.read()).isEqualTo('d');
            given().auth().oauth2(token).get("/api/bookings").then().statusCode(200);

            Instant now = Instant.now();
            EventSource.publish(
                    Topics.TOKEN_REVOCATIONS,
                    person,
                    new TokenRevocation(Events.metadata("ishemalink", 1), person, session, now, now.plusSeconds(900)));

            assertThat(talk.closed.get(Patience.LIMIT.toSeconds(), SECONDS)).isEqualTo("1008 token revoked");
            given().auth().oauth2(token).get("/api/bookings").then().statusCode(401);
            assertThat(CompletableFuture.supplyAsync(() -> isAtEnd(stream)).get(Patience.LIMIT.toSeconds(), SECONDS))
                    .isTrue();
            given().auth().oauth2(other).get("/api/bookings").then().statusCode(200);
            socket.sendText("still here", true).join();
            assertThat(stays.hear()).isEqualTo("still here");
            socket.abort();
        }
    }

    private static InputStream openStream(HttpClient client, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/bookings/stream"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    /** Ended by force, a stream ends with an error or with nothing more. */
    private static boolean isAtEnd(InputStream stream) {
        try {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return true;
        } catch (java.io.IOException e) {
            return true;
        }
    }

    private static URI live(String query) {
        return URI.create("ws://localhost:" + RestAssured.port + "/api/bookings/1/live" + query);
    }

    /** What one client hears. */
    private static final class Talk implements WebSocket.Listener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();

        @Nullable
        String hear() throws InterruptedException {
            return heard.poll(Patience.LIMIT.toSeconds(), SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status + " " + reason);
            return null;
        }
    }
}
