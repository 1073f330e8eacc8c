package rw.ishemalink.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes headers that nobody can read before the resources, which would fail on them: an Accept-Language is then as good as
 * none (RFC 9110 § 12.5.4 lets it be ignored), and a body of a type that is none is refused.
 */
@Singleton
final class HeaderCheck {

    /** After {@link BodyLimit}. */
    private static final int PRIORITY = 2;

    /** In a path: no name or number of ours has it, and no text of the database can. */
    private static final String NUL = "%00";

    private final ProblemAnswers problems;

    HeaderCheck(ProblemAnswers problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (!isLanguages(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))) {
            context.request().headers().remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
        if (!areMediaTypes(context.request().getHeader(HttpHeaders.ACCEPT))) {
            context.request().headers().remove(HttpHeaders.ACCEPT);
        }
        if (hasNul(context.request().path())) {
            problems.answer(context, 400, "bad-request");
        } else if (isMediaType(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.next();
        } else {
            problems.answer(context, 415, "unsupported-media-type");
        }
    }

    private static boolean hasNul(@Nullable String path) {
        return path != null && path.contains(NUL);
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
            return header == null || hasKnownCharset(MediaType.valueOf(header));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasKnownCharset(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return charset == null || Charset.isSupported(charset);
    }

    private static boolean areMediaTypes(@Nullable String header) {
        return header == null || Stream.of(header.split(",", -1)).allMatch(one -> isMediaType(one.strip()));
    }
}
