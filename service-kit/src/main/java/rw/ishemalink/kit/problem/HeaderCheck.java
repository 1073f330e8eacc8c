package rw.ishemalink.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes headers that nobody can read before the resources, which would fail on them: an Accept-Language is then as good as
 * none (RFC 9110 § 12.5.4 lets it be ignored), and a body of a type that is none is refused.
 */
@Singleton
final class HeaderCheck {

    /** After {@link BodyLimit}. */
    private static final int PRIORITY = 2;

    private final ProblemTexts texts;
    private final ObjectMapper json;

    HeaderCheck(ProblemTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (!isLanguages(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))) {
            context.request().headers().remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
        if (isMediaType(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.next();
        } else {
            refuse(context);
        }
    }

    private static boolean isLanguages(@Nullable String header) {
        try {
            return header == null || !Locale.LanguageRange.parse(header).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isMediaType(@Nullable String header) {
        try {
            return header == null || !MediaType.valueOf(header).getSubtype().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(RoutingContext context) {
        Locale language = ProblemTexts.language(context.acceptableLanguages().stream()
                .map(wanted -> Locale.of(wanted.tag()))
                .toList());
        var unused = context.response()
                .setStatusCode(415)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .end(problem(language));
    }

    private String problem(Locale language) {
        try {
            return json.writeValueAsString(
                    texts.problem(415, "unsupported-media-type", List.of(), List.of(), language));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
