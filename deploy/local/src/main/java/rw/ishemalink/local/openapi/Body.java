package rw.ishemalink.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/** What an operation takes as its body, e.g. {@code application/json}. */
public record Body(String mediaType, JsonNode schema) {

    boolean isJson() {
        return mediaType.contains("json");
    }

    boolean isForm() {
        return mediaType.equals("application/x-www-form-urlencoded");
    }
}
