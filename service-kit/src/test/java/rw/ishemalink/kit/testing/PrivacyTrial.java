package rw.ishemalink.kit.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyRequest;
import rw.ishemalink.schemas.privacy.PrivacyWish;

/** A person who asks one service for their rights, as identity-service would pass it on. */
public final class PrivacyTrial {

    private static final String TABLES = """
            select quote_ident(table_name) from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE'""";

    private final Jdbi jdbi;
    private final String service;
    private final UUID personId;
    private final UUID requestId;

    /** Asks under a new id. */
    public PrivacyTrial(Jdbi jdbi, String service, UUID personId) {
        this(jdbi, service, personId, UUID.randomUUID());
    }

    public PrivacyTrial(Jdbi jdbi, String service, UUID personId, UUID requestId) {
        this.jdbi = jdbi;
        this.service = service;
        this.personId = personId;
        this.requestId = requestId;
    }

    /** Asks, and waits for the next answer. */
    public PrivacyAnswer ask(PrivacyWish wish) {
        long before = answers();
        EventSource.publish(
                Topics.PRIVACY_REQUESTS,
                personId,
                PrivacyRequest.newBuilder()
                        .setMetadata(Events.metadata("ishemalink", before + 1))
                        .setRequestId(requestId)
                        .setPersonId(personId)
                        .setWish(wish)
                        .build());
        return awaitAnswer(before + 1);
    }

    /** The n-th answer, counted from 1. */
    public PrivacyAnswer awaitAnswer(long number) {
        try (EventTap answers = EventTap.on(Topics.PRIVACY_ANSWERS)) {
            return answers.awaitOne(
                    PrivacyAnswer.class,
                    it -> it.getRequestId().equals(requestId)
                            && it.getService().equals(service)
                            && it.getMetadata().getSequence() == number);
        }
    }

    /** The service's part of the copy, as shown to that person, or to nobody. */
    public ValidatableResponse part(@Nullable UUID viewer) {
        var request = viewer == null
                ? given()
                : given().auth().oauth2(TestToken.of(Role.SENDER).person(viewer).sign());
        return request.get("/api/privacy/services/%s/parts/%s".formatted(service, requestId))
                .then();
    }

    /** The tables with a row that has the text in any of its columns. */
    public static List<String> tablesWith(Jdbi jdbi, String text) {
        return jdbi.withHandle(sql -> sql.createQuery(TABLES).mapTo(String.class).list().stream()
                .filter(table -> sql.createQuery(
                                "select exists (select from %1$s where strpos(%1$s::text, :text) > 0)".formatted(table))
                        .bind("text", text)
                        .mapTo(Boolean.class)
                        .one())
                .toList());
    }

    private long answers() {
        return jdbi.withHandle(sql -> sql.createQuery("select answers from privacy_task where request_id = :id")
                .bind("id", requestId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }
}
