package rw.ishemalink.payment.outbound.mtn;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came back over HTTP.
 *
 * @param json the body; missing where there was none or it was no JSON
 */
record Reply(int status, JsonNode json) {

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The error's {@code code}, or empty. */
    String code() {
        return json.path("code").asText("");
    }
}
