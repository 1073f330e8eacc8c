package rw.ishemalink.identity.privacy;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.privacy.PersonRequest.Part;
import rw.ishemalink.identity.privacy.PersonRequest.State;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Wishes and their answers in the database. */
@Singleton
class PersonRequestStore {

    private final List<String> expected;
    private final Duration patience;

    PersonRequestStore(IdentityConfig config) {
        this.expected = config.privacy().services();
        this.patience = config.privacy().remindAfter();
    }

    /** Opens a wish; empty when the same one is open already. */
    Optional<UUID> open(Handle sql, String tenant, UUID personId, Wish wish) {
        return sql.createQuery("""
                        insert into privacy_request (request_id, tenant, person_id, wish, remind_at)
                        values (:requestId, :tenant, :personId, :wish, now() + :patience)
                        on conflict (person_id, wish) where done_at is null do nothing returning request_id""")
                .bind("requestId", TimeOrderedId.next())
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("wish", wish.name())
                .bind("patience", patience)
                .mapTo(UUID.class)
                .findOne();
    }

    Optional<PersonRequest> findOpen(Handle sql, UUID personId, Wish wish) {
        return sql.createQuery(
                        "select * from privacy_request where person_id = :personId and wish = :wish and done_at is null")
                .bind("personId", personId)
                .bind("wish", wish.name())
                .map((row, context) -> request(sql, row))
                .findOne();
    }

    Optional<PersonRequest> find(Handle sql, UUID requestId) {
        return sql.createQuery("select * from privacy_request where request_id = :requestId")
                .bind("requestId", requestId)
                .map((row, context) -> request(sql, row))
                .findOne();
    }

    /** The wish, locked, so that of two answers at once the second sees the first. */
    Optional<PersonRequest> findForUpdate(Handle sql, UUID requestId) {
        return sql.createQuery("select request_id from privacy_request where request_id = :requestId for update")
                .bind("requestId", requestId)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(id -> find(sql, id));
    }

    /** A wish of which somebody has not answered for long, locked and noted as reminded; with its next number. */
    Optional<Reminder> remindOne(Handle sql) {
        return sql.createQuery("""
                        update privacy_request set remind_at = now() + :patience, messages = messages + 1
                         where request_id = (select request_id from privacy_request
                                              where done_at is null and remind_at <= now()
                                              order by remind_at limit 1 for update skip locked)
                        returning *""")
                .bind("patience", patience)
                .map((row, context) -> new Reminder(request(sql, row), row.getLong("messages")))
                .findOne();
    }

    /**
     * A wish to be told of again.
     *
     * @param number of the message: the first one was 1
     */
    record Reminder(PersonRequest request, long number) {}

    /** Keeps an answer; a final one is not replaced. */
    void answer(Handle sql, UUID requestId, Part part, Instant at) {
        sql.createUpdate("""
                        insert into privacy_answer (request_id, service, records, kept, kept_because, postponed, answered_at)
                        values (:requestId, :service, :records, :kept, :because, :postponed, :at)
                        on conflict (request_id, service) do update
                           set records = excluded.records, kept = excluded.kept, kept_because = excluded.kept_because,
                               postponed = excluded.postponed, answered_at = excluded.answered_at
                         where privacy_answer.postponed""")
                .bind("requestId", requestId)
                .bind("service", part.service())
                .bind("records", part.records())
                .bind("kept", part.kept())
                .bind("because", part.because())
                .bind("postponed", part.state() == State.POSTPONED)
                .bind("at", at)
                .execute();
    }

    void done(Handle sql, UUID requestId) {
        sql.createUpdate("update privacy_request set done_at = now() where request_id = :requestId")
                .bind("requestId", requestId)
                .execute();
    }

    /** This service's own part may go on now. */
    void wakeOwnPart(Handle sql, UUID requestId) {
        sql.createUpdate(
                        "update privacy_task set next_try_at = now() where request_id = :requestId and state = 'WAITING'")
                .bind("requestId", requestId)
                .execute();
    }

    private PersonRequest request(Handle sql, ResultSet row) throws SQLException {
        UUID requestId = row.getObject("request_id", UUID.class);
        Map<String, Part> answered = answers(sql, requestId);
        return new PersonRequest(
                requestId,
                row.getString("tenant"),
                row.getObject("person_id", UUID.class),
                Wish.valueOf(row.getString("wish")),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("done_at")).map(java.sql.Timestamp::toInstant),
                expected.stream()
                        .map(service -> answered.getOrDefault(service, Part.asked(service)))
                        .toList());
    }

    private static Map<String, Part> answers(Handle sql, UUID requestId) {
        return sql
                .createQuery("select * from privacy_answer where request_id = :requestId")
                .bind("requestId", requestId)
                .map((row, context) -> new Part(
                        row.getString("service"),
                        row.getBoolean("postponed") ? State.POSTPONED : State.DONE,
                        row.getLong("records"),
                        row.getLong("kept"),
                        Optional.ofNullable(row.getString("kept_because"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Part::service, Function.identity()));
    }
}
