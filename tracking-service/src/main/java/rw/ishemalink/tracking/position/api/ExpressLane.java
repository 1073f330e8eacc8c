package rw.ishemalink.tracking.position.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemAnswers;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Serves ordinary reports before all that a request otherwise passes – login, filters, resources –, which costs several
 * times what the report itself does. What is not ordinary goes on to the resources; what is, is answered as they would.
 * Runs on event loops: nothing here may block.
 */
@Singleton
public final class ExpressLane {

    /** For filters: before Quarkus' login (200), after the request has its correlation id. */
    public static final int PRIORITY = 250;

    /** 500 fixes fit; what is longer is for the resources to refuse. */
    private static final int LONGEST = 262_144;

    private static final Logger LOG = Logger.getLogger(ExpressLane.class);

    private final ProblemAnswers problems;

    ExpressLane(ProblemAnswers problems) {
        this.problems = problems;
    }

    /** Whether the body is announced, and of ordinary length; none is. */
    public static boolean isOrdinary(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                && !request.headers().contains(HttpHeaders.EXPECT)
                && !request.headers().contains(HttpHeaders.CONTENT_ENCODING)
                && (length == null || isShort(length));
    }

    private static boolean isShort(String length) {
        try {
            return Integer.parseInt(length) <= LONGEST;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Reads the body, and answers once the work is done.
     *
     * @param work from the body to the body of the answer; fails with a {@link ProblemException}
     */
    public void serve(RoutingContext context, int status, Function<byte[], CompletionStage<Buffer>> work) {
        Future<Buffer> body = context.request().body();
        context.request().resume();
        body.onSuccess(bytes -> work(context, status, bytes.getBytes(), work))
                .onFailure(gone ->
                        LOG.debugf("a report broke off: %s", gone.getClass().getSimpleName()));
    }

    private void work(RoutingContext context, int status, byte[] body, Function<byte[], CompletionStage<Buffer>> work) {
        try {
            work.apply(body).whenComplete((answer, failure) -> {
                if (failure == null) {
                    end(context, status, answer);
                } else {
                    refuse(context, failure);
                }
            });
        } catch (RuntimeException e) {
            refuse(context, e);
        }
    }

    private static void end(RoutingContext context, int status, Buffer answer) {
        context.response().setStatusCode(status);
        if (answer.length() > 0) {
            context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8");
        }
        var unused = context.response().end(answer);
    }

    private void refuse(RoutingContext context, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProblemException problem) {
            RetryAfter.secondsAfter(problem.status()).ifPresent(seconds -> context.response()
                    .putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
            problems.answer(context, problem);
        } else {
            LOG.error("report failed", cause);
            problems.fail(context);
        }
    }
}
