package rw.ishemalink.notification.ussd.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.notification.config.UssdConfig;
import rw.ishemalink.notification.message.Cause;
import rw.ishemalink.notification.message.MessageBook;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.notification.ussd.Callback;
import rw.ishemalink.notification.ussd.Dialler;
import rw.ishemalink.notification.ussd.Heard;
import rw.ishemalink.notification.ussd.Session;
import rw.ishemalink.notification.ussd.Turn;
import rw.ishemalink.notification.ussd.store.UssdRows.Kept;
import rw.ishemalink.notification.ussd.store.UssdRows.Latest;
import rw.ishemalink.notification.ussd.store.UssdRows.Standing;
import rw.ishemalink.notification.ussd.store.UssdRows.StoredTurn;

/** Sessions and the answers that were given. Invariant: one callback has one answer, whoever gives it. */
@ApplicationScoped
public class UssdSessions {

    private final UnitOfWork unitOfWork;
    private final UssdRows rows;
    private final UssdSeal seal;
    private final MessageBook messages;
    private final UssdConfig config;

    UssdSessions(UnitOfWork unitOfWork, UssdRows rows, UssdSeal seal, MessageBook messages, UssdConfig config) {
        this.unitOfWork = unitOfWork;
        this.rows = rows;
        this.seal = seal;
        this.messages = messages;
        this.config = config;
    }

    /** What the callback is: new, and then ours to answer, or sent again. */
    public Heard hear(Callback callback) {
        byte[] phoneIndex = seal.phoneIndex(config.tenant(), callback.phone());
        return unitOfWork.call(tx -> hear(tx.sql(), callback, phoneIndex));
    }

    private Heard hear(Handle sql, Callback callback, byte[] phoneIndex) {
        Optional<Standing> known = rows.lock(sql, callback.sessionId(), phoneIndex);
        Optional<Latest> latest = Optional.empty();
        if (known.isEmpty()) {
            latest = rows.findLatest(sql, config.tenant(), phoneIndex, config.resumable());
            rows.begin(sql, config.tenant(), callback, phoneIndex);
        }
        Standing standing = known.or(() -> rows.lock(sql, callback.sessionId(), phoneIndex))
                .filter(Standing::samePhone)
                .orElseThrow(() -> ProblemException.notFound("no-such-resource"));
        byte[] digest = digest(callback.text());
        Optional<UUID> turnId = rows.claim(sql, standing.sessionId(), digest, config.apiTimeout());
        if (turnId.isEmpty()) {
            return heardBefore(rows.getTurn(sql, standing.sessionId(), digest));
        }
        return new Heard.New(turn(callback, standing, turnId.get(), latest));
    }

    private Heard heardBefore(StoredTurn turn) {
        String answer = seal.openAnswer(turn.turnId(), turn.answer());
        return answer == null ? new Heard.BeingAnswered(turn.turnId()) : new Heard.Before(answer);
    }

    private Turn turn(Callback callback, Standing standing, UUID turnId, Optional<Latest> latest) {
        return new Turn(
                standing.sessionId(),
                turnId,
                Optional.ofNullable(seal.openState(standing.sessionId(), standing.state())),
                latest.filter(Latest::brokenOff)
                        .flatMap(before -> Optional.ofNullable(seal.openState(before.sessionId(), before.state()))),
                latest.map(Latest::language),
                newInputs(callback.text(), standing.heard()),
                callback.text().length());
    }

    /** What follows on what was heard; of a text that does not go on there, its last input. */
    private static List<String> newInputs(String text, int heard) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (heard == 0) {
            return Arrays.asList(text.split("\\*", -1));
        }
        return heard < text.length() && text.charAt(heard) == '*'
                ? Arrays.asList(text.substring(heard + 1).split("\\*", -1))
                : List.of(text.substring(text.lastIndexOf('*') + 1));
    }

    /**
     * Keeps where the session is after the turn and gives the answer; the one that was given before if it came too late.
     *
     * @param told for others
     * @param late for the one who dials, only if it came too late
     */
    public String keep(
            Turn turn,
            Dialler dialler,
            Session session,
            String answer,
            List<WantedMessage> told,
            List<WantedMessage> late) {
        return unitOfWork.call(tx -> {
            boolean inTime = rows.answer(tx.sql(), turn.turnId(), answer);
            Kept kept = new Kept(
                    seal.state(turn.sessionId(), session),
                    session.language(),
                    turn.heard(),
                    session.state().ends());
            rows.keep(tx.sql(), turn.sessionId(), dialler.personId(), kept);
            // Of one booking once, however often it is answered.
            told.forEach(message -> tell(tx, message.recipient().personId(), message));
            if (!inTime) {
                late.forEach(message -> tell(tx, turn.turnId(), message));
            }
            return inTime ? answer : rows.findAnswer(tx.sql(), turn.turnId()).orElse(answer);
        });
    }

    /** Answers so unless there is an answer. The session stays where it was. */
    public String giveUp(Turn turn, String answer) {
        return unitOfWork.call(tx -> rows.answer(tx.sql(), turn.turnId(), answer)
                ? answer
                : rows.findAnswer(tx.sql(), turn.turnId()).orElse(answer));
    }

    /** The answer of a turn, once there is one. */
    public Optional<String> findAnswer(UUID turnId) {
        return unitOfWork.read(sql -> rows.findAnswer(sql, turnId));
    }

    private void tell(Tx tx, UUID cause, WantedMessage message) {
        messages.add(tx, new Cause(cause, config.tenant(), Instant.now()), null, List.of(message));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
