package rw.ishemalink.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
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

    private final ProblemTexts texts;
    private final ObjectMapper json;
    private final long maximumBytes;

    BodyLimit(
            ProblemTexts texts,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maximum) {
        this.texts = texts;
        this.json = json;
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
        Locale language = language(context);
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem(language));
        request.resume();
        context.vertx().setTimer(DRAIN_MILLIS, _ -> request.connection().close());
    }

    private String problem(Locale language) {
        try {
            return json.writeValueAsString(texts.problem(413, "too-large", List.of(), List.of(), language));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Locale language(RoutingContext context) {
        return ProblemTexts.language(context.acceptableLanguages().stream()
                .map(wanted -> Locale.of(wanted.tag()))
                .toList());
    }
}
