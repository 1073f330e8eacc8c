package rw.ishemalink.analytics.query.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients keep an answer for a second, and ask after that whether its figures have changed (RFC 9110 § 13.1.2). The
 * tag is weak: an answer that says the same a moment later is not sent again only to say so.
 */
final class UnchangedAnswers {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String WEAK = "W/";
    private static final int NOT_MODIFIED = 304;

    private final Tag tag;

    UnchangedAnswers(Tag tag) {
        this.tag = tag;
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() == 200) {
            tag.find().ifPresent(value -> tell('"' + value + variant(answer) + '"', request, answer));
        }
    }

    /** What has several forms of the same figures, as a report, is another thing in each of them. */
    private static String variant(ContainerResponseContext answer) {
        String language = answer.getHeaderString(HttpHeaders.CONTENT_LANGUAGE);
        return language == null
                ? ""
                : "-" + language + "-" + answer.getMediaType().getSubtype();
    }

    private static void tell(String quoted, ContainerRequestContext request, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, WEAK + quoted);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, max-age=1");
        headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), quoted)) {
            answer.setStatus(NOT_MODIFIED);
            answer.setEntity(null);
        }
    }

    private static boolean names(@Nullable String given, String quoted) {
        if (given == null) {
            return false;
        }
        return COMMA.splitAsStream(given.strip())
                .anyMatch(one ->
                        one.equals("*") || (one.startsWith(WEAK) ? one.substring(WEAK.length()) : one).equals(quoted));
    }
}
