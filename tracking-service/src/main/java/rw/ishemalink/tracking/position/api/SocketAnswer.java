package rw.ishemalink.tracking.position.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.position.Judgement;
import rw.ishemalink.tracking.position.Judgement.Refusal;

/**
 * What came of a message on a socket.
 *
 * @param seq the message's number on this connection, from 1
 * @param accepted how many fixes are safe; null: none was looked at
 * @param rejected which fixes were not taken
 * @param retryAfterMillis none is safe, send the message again after that long; null otherwise
 * @param problem why the message cannot be read; sending it again is of no use; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SocketAnswer(
        long seq,
        @Nullable Integer accepted,
        @Nullable List<Refusal> rejected,
        @Nullable Long retryAfterMillis,
        @Nullable String problem) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long MILLIS_WHEN_FULL = 1_000;
    private static final long MILLIS_WHEN_AWAY = 3_000;

    static SocketAnswer of(long seq, Judgement judgement) {
        return new SocketAnswer(seq, judgement.positions().size(), judgement.refused(), null, null);
    }

    static SocketAnswer full(long seq) {
        return new SocketAnswer(seq, null, null, MILLIS_WHEN_FULL, null);
    }

    static SocketAnswer of(long seq, ProblemException problem) {
        return switch (problem.status()) {
            case TOO_MANY_REQUESTS -> full(seq);
            case 503 -> new SocketAnswer(seq, null, null, MILLIS_WHEN_AWAY, null);
            default -> new SocketAnswer(seq, null, null, null, problem.code());
        };
    }
}
