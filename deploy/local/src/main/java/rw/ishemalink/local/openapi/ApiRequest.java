package rw.ishemalink.local.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that can be sent.
 *
 * @param target the request target: path and query, encoded unless it is meant to be crooked
 * @param headers all but the token's
 * @param body empty for none
 * @param real whether its path names a row that there really is
 */
public record ApiRequest(
        Operation operation,
        String method,
        String target,
        Map<String, String> headers,
        Optional<String> body,
        boolean real) {

    private static final String CONTENT_TYPE = "Content-Type";

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    /** The same with that JSON as its body. */
    public ApiRequest withJson(String json) {
        return withHeader(CONTENT_TYPE, "application/json").withBody(json);
    }

    ApiRequest withBody(String other) {
        return new ApiRequest(operation, method, target, headers, Optional.of(other), real);
    }

    ApiRequest withMethod(String other) {
        return new ApiRequest(operation, other, target, headers, body, real);
    }

    ApiRequest withTarget(String other) {
        return new ApiRequest(operation, method, other, headers, body, real);
    }

    ApiRequest withMediaType(String type) {
        return withHeader(CONTENT_TYPE, type);
    }

    ApiRequest withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ApiRequest(operation, method, target, more, body, real);
    }

    ApiRequest withoutMediaType() {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(CONTENT_TYPE);
        return new ApiRequest(operation, method, target, fewer, body, real);
    }
}
