package rw.ishemalink.payment.outbound;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came back over HTTP.
 *
 * @param json the body; missing where there was none or it was no JSON
 */
public record Reply(int status, JsonNode json) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The text at that path of the body, or empty. */
    public String text(String pointer) {
        return json.at(pointer).asText("");
    }
}
