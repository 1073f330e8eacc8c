package rw.ishemalink.simulators;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** RFC 9457 answer of everything here that does not speak a provider's own dialect. */
public record Problem(String type, String title, int status, String detail) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public static Response response(int status, String detail) {
        String title = Response.Status.fromStatusCode(status).getReasonPhrase();
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, detail))
                .build();
    }

    /** To be thrown; {@code detail} says what to mend. */
    public static WebApplicationException refusal(int status, String detail) {
        return new WebApplicationException(detail, response(status, detail));
    }

    /** The body, or a 400 if the request had none. */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw refusal(400, "the request needs a JSON body");
        }
        return body;
    }
}
