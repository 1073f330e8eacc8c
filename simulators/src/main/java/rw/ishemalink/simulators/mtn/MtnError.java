package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** MTN's error body: {@code {code, message}}. */
public record MtnError(String code, String message) {

    /** Body of the gateway before MTN's own code: wrong subscription key, credentials or token. */
    public record Denied(int statusCode, String message) {}

    public static WebApplicationException refusal(int status, String code, String message) {
        return new WebApplicationException(code, response(status, code, message));
    }

    public static WebApplicationException badRequest(String message) {
        return refusal(400, "BAD_REQUEST", message);
    }

    public static WebApplicationException notFound(String message) {
        return refusal(404, "RESOURCE_NOT_FOUND", message);
    }

    public static WebApplicationException denied(String message) {
        return new WebApplicationException(
                message,
                Response.status(401)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new Denied(401, message))
                        .build());
    }

    public static Response response(int status, String code, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new MtnError(code, message))
                .build();
    }
}
