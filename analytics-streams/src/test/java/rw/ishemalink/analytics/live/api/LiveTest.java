package rw.ishemalink.analytics.live.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.TokenRevocation;

/** Who watches sees the figures of today change. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LiveTest {

    private static final String LIVE = "/api/analytics/live";
    private static final int MOST_PER_PERSON = 10;

    private final Published ours = Published.inNewTenant();
    private final UUID person = UUID.randomUUID();

    @Test
    void the_state_comes_at_once_and_again_when_it_has_changed() throws Exception {
        try (Ear ear = listen("show=revenue", null)) {
            await().until(() -> ear.states().size() == 1);
            assertThat(ear.states().getFirst())
                    .contains("\"tenant\":\"" + ours.tenant() + "\"", "\"revenue\":{\"rows\":[]")
                    .doesNotContain("\"routes\"");

            ours.paid();

            await().until(() -> ear.states().getLast().contains("\"gross_rwf\":11800"));
            assertThat(ear.ids()).doesNotHaveDuplicates();
        }
    }

    @Test
    void who_comes_back_sees_the_present_state_and_not_the_one_already_seen() throws Exception {
        String seen;
        try (Ear watching = listen("show=revenue", null)) {
            await().until(() -> watching.states().size() == 1);
            try (Ear back = listen("show=revenue", watching.ids().getLast())) {
                await().until(() -> back.hasBeats(2));
                assertThat(back.states()).isEmpty();
            }
            seen = watching.ids().getLast();
        }
        ours.paid();
        try (Ear back = listen("show=revenue", seen)) {
            await().until(() ->
                    !back.states().isEmpty() && back.states().getLast().contains("\"gross_rwf\":11800"));
        }
    }

    @Test
    void a_socket_shows_the_same() throws Exception {
        Heard heard = new Heard();
        WebSocket socket = open(heard, "show=revenue,payments&access_token=" + token());
        await().until(() -> heard.texts.size() == 1);
        assertThat(heard.texts.getFirst()).contains("\"payments\"").doesNotContain("\"routes\"");
        ours.paid();
        await().until(() -> heard.texts.getLast().contains("\"gross_rwf\":11800"));
        socket.abort();
    }

    @Test
    void another_tenants_figures_are_not_shown() throws Exception {
        ours.paid();
        String foreign = TestToken.of(Role.TENANT_ADMIN)
                .person(person)
                .tenant("other-" + person)
                .sign();
        try (Ear mine = listen("show=revenue", null);
                Ear other = Ear.listen(address(LIVE + "?show=revenue"), foreign, null)) {
            await().until(() ->
                    !mine.states().isEmpty() && mine.states().getLast().contains("11800"));
            await().until(() -> other.hasBeats(2));
            assertThat(other.states()).singleElement().asString().contains("\"rows\":[]");
        }
    }

    @Test
    void stream_and_socket_end_when_the_login_is_revoked() throws Exception {
        Heard heard = new Heard();
        open(heard, "access_token=" + token());
        try (Ear ear = listen("", null)) {
            await().until(() -> ear.states().size() == 1 && !heard.texts.isEmpty());
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            EventSource.publish(
                    Topics.TOKEN_REVOCATIONS,
                    person,
                    TokenRevocation.newBuilder()
                            .setMetadata(Events.metadata(ours.tenant(), 1))
                            .setPersonId(person)
                            .setIssuedUntil(now.plusSeconds(60))
                            .setExpiresAt(now.plus(Duration.ofDays(1)))
                            .build());
            await().until(ear::isOver);
            await().until(() -> heard.closedWith == 1008);
        }
    }

    @Test
    void one_person_watches_only_so_often_at_a_time() throws Exception {
        List<Ear> open = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_PER_PERSON; i++) {
                open.add(listen("show=revenue", null));
                assertThat(open.getLast().status()).isEqualTo(200);
            }
            try (Ear tooMany = listen("show=revenue", null)) {
                assertThat(tooMany.status()).isEqualTo(429);
            }
            Heard heard = new Heard();
            open(heard, "access_token=" + token());
            await().until(() -> heard.closedWith == 1013);
        } finally {
            open.forEach(Ear::close);
        }
        await().until(() -> {
            try (Ear again = listen("show=revenue", null)) {
                return again.status() == 200;
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"show=weather, 400", "tenant=*, 403", "tenant=another, 403"})
    void what_may_not_be_watched_is_refused_on_both_ways(String query, int status) {
        given().auth().oauth2(token()).get(LIVE + "?" + query).then().statusCode(status);
        assertThatThrownBy(() -> open(new Heard(), query + "&access_token=" + token()))
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(status));
    }

    @Test
    void who_has_no_business_with_figures_is_refused_on_both_ways() {
        for (String token : List.of(
                TestToken.of(Role.SENDER, Role.DRIVER).sign(),
                TestToken.of(Role.DISPATCHER).operator(UUID.randomUUID()).sign())) {
            given().auth().oauth2(token).get(LIVE).then().statusCode(403);
            assertThatThrownBy(() -> open(new Heard(), "access_token=" + token))
                    .cause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                    refused.getResponse().statusCode())
                            .isEqualTo(403));
        }
    }

    @Test
    void without_a_token_nothing_is_shown() {
        given().get(LIVE).then().statusCode(401);
        for (String token : List.of(
                TestToken.of(Role.AUDITOR).expired().sign(),
                TestToken.of(Role.AUDITOR).signWithForeignKey())) {
            given().auth().oauth2(token).get(LIVE).then().statusCode(401);
            assertThatThrownBy(() -> open(new Heard(), "access_token=" + token))
                    .cause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                    refused.getResponse().statusCode())
                            .isEqualTo(401));
        }
        // Only a socket may carry it in its address.
        given().get(LIVE + "?access_token=" + token()).then().statusCode(401);
        assertThatThrownBy(() -> open(new Heard(), "")).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private String token() {
        return TestToken.of(Role.TENANT_ADMIN)
                .person(person)
                .tenant(ours.tenant())
                .sign();
    }

    private Ear listen(String query, @Nullable String lastEventId) throws Exception {
        return Ear.listen(address(LIVE + "?" + query), token(), lastEventId);
    }

    private static String address(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }

    private static WebSocket open(Heard heard, String query) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:%d%s/socket?%s".formatted(RestAssured.port, LIVE, query)), heard)
                .get();
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
}
