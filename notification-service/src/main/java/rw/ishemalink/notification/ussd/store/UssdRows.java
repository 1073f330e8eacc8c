package rw.ishemalink.notification.ussd.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.notification.ussd.Callback;
import rw.ishemalink.schemas.Language;

/** The statements behind {@link UssdSessions}. */
@ApplicationScoped
class UssdRows {

    private static final String LOCK = """
            select session_id, phone_index = :phoneIndex as same_phone, state, heard
              from ussd_session where provider_session = :providerSession for update""";

    private static final String LATEST = """
            select session_id, language, state,
                   ended_at is null and touched_at > now() - :resumableMillis * interval '1 millisecond' as broken_off
              from ussd_session where tenant = :tenant and phone_index = :phoneIndex and state is not null
             order by touched_at desc limit 1""";

    private static final String BEGIN = """
            insert into ussd_session (session_id, tenant, provider_session, phone, phone_index)
            values (:sessionId, :tenant, :providerSession, :phone, :phoneIndex)
            on conflict on constraint ussd_session_once do nothing""";

    private static final String CLAIM = """
            insert into ussd_turn (turn_id, session_id, input_digest) values (:turnId, :sessionId, :digest)
            on conflict on constraint ussd_turn_once do update set claimed_at = now()
             where ussd_turn.answer is null
               and ussd_turn.claimed_at < now() - :leaseMillis * interval '1 millisecond'
            returning turn_id""";

    private static final String FIND_TURN =
            "select turn_id, answer from ussd_turn where session_id = :sessionId and input_digest = :digest";

    private static final String KEEP = """
            update ussd_session
               set state = :state, language = :language, person_id = :personId, heard = :heard, touched_at = now(),
                   ended_at = case when :ends then now() end
             where session_id = :sessionId""";

    private static final String ANSWER =
            "update ussd_turn set answer = :answer where turn_id = :turnId and answer is null";

    record Standing(
            UUID sessionId, boolean samePhone, @Nullable String state, int heard) {}

    record Latest(
            UUID sessionId,
            @Nullable Language language,
            @Nullable String state,
            boolean brokenOff) {}

    record StoredTurn(UUID turnId, @Nullable String answer) {}

    private final UssdSeal seal;

    UssdRows(UssdSeal seal) {
        this.seal = seal;
    }

    Optional<Standing> lock(Handle sql, String providerSession, byte[] phoneIndex) {
        return sql.createQuery(LOCK)
                .bind("providerSession", providerSession)
                .bind("phoneIndex", phoneIndex)
                .map((row, context) -> new Standing(
                        row.getObject("session_id", UUID.class),
                        row.getBoolean("same_phone"),
                        row.getString("state"),
                        row.getInt("heard")))
                .findOne();
    }

    Optional<Latest> findLatest(Handle sql, String tenant, byte[] phoneIndex, Duration resumable) {
        return sql.createQuery(LATEST)
                .bind("tenant", tenant)
                .bind("phoneIndex", phoneIndex)
                .bind("resumableMillis", resumable.toMillis())
                .map((row, context) -> new Latest(
                        row.getObject("session_id", UUID.class),
                        Language.valueOf(row.getString("language")),
                        row.getString("state"),
                        row.getBoolean("broken_off")))
                .findOne();
    }

    void begin(Handle sql, String tenant, Callback callback, byte[] phoneIndex) {
        UUID sessionId = TimeOrderedId.next();
        sql.createUpdate(BEGIN)
                .bind("sessionId", sessionId)
                .bind("tenant", tenant)
                .bind("providerSession", callback.sessionId())
                .bind("phone", seal.phone(sessionId, callback.phone()))
                .bind("phoneIndex", phoneIndex)
                .execute();
    }

    /** The turn, if it is new, or who had it died with it. */
    Optional<UUID> claim(Handle sql, UUID sessionId, byte[] digest, Duration lease) {
        return sql.createQuery(CLAIM)
                .bind("turnId", TimeOrderedId.next())
                .bind("sessionId", sessionId)
                .bind("digest", digest)
                .bind("leaseMillis", lease.toMillis())
                .mapTo(UUID.class)
                .findOne();
    }

    StoredTurn getTurn(Handle sql, UUID sessionId, byte[] digest) {
        return sql.createQuery(FIND_TURN)
                .bind("sessionId", sessionId)
                .bind("digest", digest)
                .map((row, context) -> new StoredTurn(row.getObject("turn_id", UUID.class), row.getString("answer")))
                .one();
    }

    void keep(Handle sql, UUID sessionId, UUID personId, Kept kept) {
        sql.createUpdate(KEEP)
                .bind("sessionId", sessionId)
                .bind("personId", personId)
                .bind("state", kept.state())
                .bind("language", kept.language().name())
                .bind("heard", kept.heard())
                .bind("ends", kept.ends())
                .execute();
    }

    /** What is kept of a session after a turn. */
    record Kept(String state, Language language, int heard, boolean ends) {}

    /** Whether the answer is this one; else somebody gave another before. */
    boolean answer(Handle sql, UUID turnId, String answer) {
        return sql.createUpdate(ANSWER)
                        .bind("turnId", turnId)
                        .bind("answer", seal.answer(turnId, answer))
                        .execute()
                == 1;
    }

    Optional<String> findAnswer(Handle sql, UUID turnId) {
        return sql.createQuery("select answer from ussd_turn where turn_id = :turnId and answer is not null")
                .bind("turnId", turnId)
                .mapTo(String.class)
                .findOne()
                .map(stored -> seal.openAnswer(turnId, stored));
    }
}
