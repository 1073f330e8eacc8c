package rw.ishemalink.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says why a body is too large. Quarkus' own limit, which comes right after, answers 413 without a word and hangs up
 * while the client is still sending, so that it may never see the answer. A body whose length is not announced has only that.
 */
@Singleton
final class BodyLimit {

    /** Before Quarkus' limit (route order -2; the order of a filter is its priority, negated). */
    private static final int PRIORITY = 3;

    /** How long what is still being sent is read and dropped, before we hang up. */
    private static final long DRAIN_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final ProblemAnswers problems;
    private final long maximumBytes;

    BodyLimit(ProblemAnswers problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maximum) {
        this.problems = problems;
        this.maximumBytes = maximum.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, PRIORITY);
    }

    private void refuseTooLarge(RoutingContext context) {
        if (declaredBytes(context.request()) > maximumBytes) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private static long declaredBytes(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problems.answer(context, 413, "too-large");
        request.resume();
        context.vertx().setTimer(DRAIN_MILLIS, _ -> request.connection().close());
    }
}
