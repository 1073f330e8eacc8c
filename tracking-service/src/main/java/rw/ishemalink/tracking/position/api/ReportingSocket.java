package rw.ishemalink.tracking.position.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.position.Fix;
import rw.ishemalink.tracking.position.Reporting;

/**
 * Positions over one connection: each text message is a fix or an array, each is answered in its turn once its fixes are
 * safe, and the next need not wait for that. Runs on event loops: nothing here may block.
 */
@WebSocket(path = ReportingSocket.PATH, inboundProcessingMode = InboundProcessingMode.CONCURRENT)
@ApplicationScoped
public class ReportingSocket {

    private static final Logger LOG = Logger.getLogger(ReportingSocket.class);

    static final String PATH = "/api/tracking/positions/socket";

    /** Who reports, and whose turn it is. */
    static final UserData.TypedKey<ReportingClient> CLIENT = new UserData.TypedKey<>("client");

    static final UserData.TypedKey<Turns> TURNS = new UserData.TypedKey<>("turns");

    /** Messages of one client that are on their way; the next are told to come again. */
    private static final int MOST_ON_THE_WAY = 64;

    /** Who goes on sending when told to wait is hung up on. */
    private static final int MOST_WAITING = 1_024;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** RFC 6455 § 7.4.1 and the IANA registry of close codes. */
    private static final CloseReason NOT_ALLOWED = new CloseReason(1008, "You may not report any more");

    private static final CloseReason TOO_MUCH = new CloseReason(1013, "Wait for answers before you send more");

    private final Reporting reporting;
    private final FixReader reader;
    private final ObjectMapper json;

    ReportingSocket(Reporting reporting, FixReader reader, ObjectMapper json) {
        this.reporting = reporting;
        this.reader = reader;
        this.json = json;
    }

    @OnTextMessage
    Uni<Void> hear(String text, WebSocketConnection connection) {
        ReportingClient client = connection.userData().get(CLIENT);
        Turns turns = connection.userData().get(TURNS);
        if (client == null || turns == null) {
            throw new IllegalStateException("opened without a client");
        }
        if (turns.waiting() >= MOST_WAITING) {
            return connection.close(TOO_MUCH);
        }
        boolean full = turns.waiting() >= MOST_ON_THE_WAY;
        long seq = turns.begin();
        CompletionStage<SocketAnswer> answer =
                full ? CompletableFuture.completedStage(SocketAnswer.full(seq)) : report(seq, text, client);
        return Uni.createFrom()
                .completionStage(turns.end(answer.handle(Outcome::new), outcome -> tell(connection, seq, outcome)));
    }

    private record Outcome(
            @Nullable SocketAnswer answer, @Nullable Throwable failure) {}

    private CompletionStage<SocketAnswer> report(long seq, String text, ReportingClient client) {
        if (client.isOver().getAsBoolean()) {
            return CompletableFuture.failedStage(ProblemException.unauthorized("no-valid-token"));
        }
        try {
            List<Fix> fixes = reader.read(text);
            return client.reporter()
                    .get()
                    .thenCompose(reporter -> reporting.report(reporter, fixes))
                    .thenApply(judgement -> SocketAnswer.of(seq, judgement));
        } catch (ProblemException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Void> tell(WebSocketConnection connection, long seq, Outcome outcome) {
        SocketAnswer answer = outcome.answer();
        if (answer != null) {
            return send(connection, answer);
        }
        Throwable failure =
                outcome.failure() instanceof CompletionException wrapped ? wrapped.getCause() : outcome.failure();
        if (failure instanceof ProblemException problem) {
            return mayReport(problem)
                    ? send(connection, SocketAnswer.of(seq, problem))
                    : connection.close(NOT_ALLOWED).subscribeAsCompletionStage();
        }
        LOG.error("a message failed", failure);
        return connection.close(CloseReason.INTERNAL_SERVER_ERROR).subscribeAsCompletionStage();
    }

    private static boolean mayReport(ProblemException problem) {
        return problem.status() != UNAUTHORIZED && problem.status() != FORBIDDEN;
    }

    private CompletionStage<Void> send(WebSocketConnection connection, SocketAnswer answer) {
        try {
            return connection.sendText(json.writeValueAsString(answer)).subscribeAsCompletionStage();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }
}
