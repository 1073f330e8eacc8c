package rw.ishemalink.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One parameter of an operation.
 *
 * @param place {@code path}, {@code query} or {@code header}
 */
public record Parameter(String name, String place, boolean required, JsonNode schema) {

    boolean isInPath() {
        return place.equals("path");
    }

    boolean isInQuery() {
        return place.equals("query");
    }
}
