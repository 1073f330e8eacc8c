package rw.ishemalink.local.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A line of our services' logs, made short for people: the message and what was at the bottom of it. */
final class JsonLogLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLogLine() {}

    /** The message and the innermost cause; any other line as it is. */
    static String shorten(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode record = JSON.readTree(line);
            String message = record.path("message").asText(line);
            String cause = innermostCause(record.path("exception"));
            return cause.isEmpty() || message.contains(cause) ? message : message + ": " + cause;
        } catch (JsonProcessingException e) {
            return line;
        }
    }

    private static String innermostCause(JsonNode exception) {
        JsonNode innermost = exception;
        while (innermost.at("/causedBy/exception").isObject()) {
            innermost = innermost.at("/causedBy/exception");
        }
        return innermost.path("message").asText("");
    }
}
