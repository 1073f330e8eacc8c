package rw.ishemalink.local.load;

import io.vertx.core.http.HttpMethod;

/**
 * One request of a client.
 *
 * @param path with the query, if any
 * @param body JSON; empty for none
 */
record LoadRequest(HttpMethod method, String path, String token, String body) {

    /** A POST. */
    LoadRequest(String path, String token, String body) {
        this(HttpMethod.POST, path, token, body);
    }

    /** A question. */
    static LoadRequest get(String path, String token) {
        return new LoadRequest(HttpMethod.GET, path, token, "");
    }
}
