package rw.ishemalink.booking.config;

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
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.kit.problem.Problem;

/**
 * Says why a body is too large. Quarkus' own limit, which comes right after, answers 413 without a word and hangs up
 * while the client is still sending, so that it may never see the answer.
 */
@Singleton
public class BodyLimit {

    /** Before Quarkus' limit (route order -2; the order of a filter is its priority, negated). */
    private static final int PRIORITY = 3;

    /** How long what is still being sent is read and dropped, before we hang up. */
    private static final long DRAIN_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectMapper json;
    private final long maximumBytes;

    BodyLimit(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maximum) {
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
        ResourceBundle texts = ResourceBundle.getBundle("kit-problems", language, NO_FALLBACK);
        Problem problem = new Problem(
                "urn:ishemalink:problem:too-large",
                texts.getString("too-large.title"),
                413,
                texts.getString("too-large.detail"),
                List.of());
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Locale language(RoutingContext context) {
        return context.acceptableLanguages().stream()
                .map(wanted -> Locale.of(wanted.tag()))
                .filter(wanted -> List.of("en", "fr", "rw").contains(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
