package rw.ishemalink.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.identity.TokenRevocation;

/** The app is shown what people are told. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class PushTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Story story = new Story(BookingKind.CARGO_DOMESTIC, Language.RW, null);

    @Test
    void a_note_is_shown_as_it_comes_in_the_language_of_the_app() throws Exception {
        try (Ear ear = listen(token("en"), null)) {
            ear.awaitOpen();
            story.booking(BookingChange.PICKED_UP);
            await().until(() -> ear.data().size() == 1);
            assertThat(ear.data().getFirst())
                    .contains("GOODS_PICKED_UP", "your goods ISH-7K2M9QXZ were picked up", "\"urgency\":\"PROGRESS\"")
                    .doesNotContain(story.senderPhone);
        }
    }

    @Test
    void who_comes_back_is_shown_what_was_missed_and_nothing_twice() throws Exception {
        String last;
        try (Ear ear = listen(token("en"), null)) {
            ear.awaitOpen();
            story.booking(BookingChange.PICKED_UP);
            await().until(() -> ear.data().size() == 1);
            last = ear.ids().getFirst();
        }
        story.booking(BookingChange.FAILED);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 2);

        try (Ear ear = listen(token("fr"), last)) {
            await().until(() -> !ear.data().isEmpty());
            assertThat(ear.data()).singleElement().asString().contains("PAYMENT_TIMED_OUT", "aucun paiement");
        }
    }

    @Test
    void codes_are_never_shown_nor_are_another_persons_notes() throws Exception {
        Story other = new Story(BookingKind.CARGO_DOMESTIC, Language.EN, null);
        try (Ear ear = listen(token("en"), null)) {
            ear.awaitOpen();
            story.code("493021", Instant.now());
            other.booking(BookingChange.PICKED_UP);
            await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 1);
            await().until(() -> OutsideWorld.textsTo(other.senderPhone).size() == 1);
            story.booking(BookingChange.PICKED_UP);
            await().until(() -> !ear.data().isEmpty());
            assertThat(ear.data()).singleElement().asString().contains("GOODS_PICKED_UP");
        }
    }

    @Test
    void a_socket_shows_the_same_and_resumes() throws Exception {
        Heard first = new Heard();
        WebSocket open = open(first, "access_token=" + token("en"));
        story.booking(BookingChange.PICKED_UP);
        await().until(() -> first.texts.size() == 1);
        assertThat(first.texts.getFirst()).contains("GOODS_PICKED_UP");
        open.abort();
        story.booking(BookingChange.FAILED);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 2);

        Heard second = new Heard();
        String last = first.texts.getFirst().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        WebSocket again = open(second, "access_token=" + token("en") + "&after=" + last);
        await().until(() -> !second.texts.isEmpty());
        assertThat(second.texts).singleElement().asString().contains("PAYMENT_TIMED_OUT");
        again.abort();
    }

    @Test
    void stream_and_socket_end_when_the_token_is_revoked() throws Exception {
        Heard heard = new Heard();
        open(heard, "access_token=" + token("en"));
        try (Ear ear = listen(token("en"), null)) {
            ear.awaitOpen();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            EventSource.publish(
                    Topics.TOKEN_REVOCATIONS,
                    story.sender,
                    TokenRevocation.newBuilder()
                            .setMetadata(Events.metadata("ishemalink", 1))
                            .setPersonId(story.sender)
                            .setIssuedUntil(now.plusSeconds(60))
                            .setExpiresAt(now.plus(Duration.ofDays(1)))
                            .build());
            await().until(ear::isOver);
            await().until(() -> heard.closedWith == 1008);
        }
    }

    @Test
    void an_ended_token_opens_no_socket() throws Exception {
        assertThatThrownBy(() -> open(
                        new Heard(),
                        "access_token=" + TestToken.of(Role.SENDER).expired().sign()))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void without_a_token_nothing_is_shown() {
        given().get("/api/notifications/stream").then().statusCode(401);
        // Only a socket may carry it in its address.
        given().get("/api/notifications/stream?access_token=" + token("en"))
                .then()
                .statusCode(401);
        assertThatThrownBy(() -> open(new Heard(), "")).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void a_place_that_is_none_is_400() {
        given().auth()
                .oauth2(token("en"))
                .header("Last-Event-ID", "yesterday")
                .get("/api/notifications/stream")
                .then()
                .statusCode(400);
        assertThatThrownBy(() -> open(new Heard(), "after=yesterday&access_token=" + token("en")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private String token(String language) {
        return TestToken.of(Role.SENDER).person(story.sender).language(language).sign();
    }

    private WebSocket open(Heard heard, String query) throws Exception {
        return http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://localhost:%d/api/notifications/socket?%s".formatted(RestAssured.port, query)),
                        heard)
                .get();
    }

    private Ear listen(String token, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/notifications/stream".formatted(RestAssured.port)))
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Ear(http.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
    }

    private static final class Heard implements WebSocket.Listener {

        final List<String> texts = new CopyOnWriteArrayList<>();
        volatile int closedWith;
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closedWith = code;
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private static final class Ear implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Stream<String> body;
        private volatile boolean over;

        Ear(HttpResponse<Stream<String>> response) {
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            Thread.ofVirtual().start(() -> {
                try {
                    body.forEach(lines::add);
                } catch (RuntimeException e) {
                    // Closed under it.
                }
                over = true;
            });
        }

        /** It beats: from now on it hears what is new. */
        void awaitOpen() {
            await().until(() -> lines.stream().anyMatch(line -> line.contains("still here")));
        }

        boolean isOver() {
            return over;
        }

        List<String> data() {
            return lines.stream().filter(line -> line.startsWith("data:")).toList();
        }

        List<String> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring("id:".length()).strip())
                    .toList();
        }

        @Override
        public void close() {
            body.close();
        }
    }
}
