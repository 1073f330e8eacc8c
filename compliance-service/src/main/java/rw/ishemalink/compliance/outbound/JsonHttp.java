package rw.ishemalink.compliance.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends a request and reads JSON, within a time limit. What the other side adds to its answers does not disturb us. */
public final class JsonHttp {

    private final ObjectMapper json;
    private final HttpClient http;
    private final Duration timeout;

    public JsonHttp(ObjectMapper json, Duration timeout) {
        this.json = json;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** An HTTP status and the JSON with it; a missing node where the body is none. */
    public record Reply(int status, JsonNode body) {}

    /** The body as JSON, for a request. */
    public HttpRequest.BodyPublisher body(Object content) {
        try {
            return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be written", e);
        }
    }

    /**
     * Sends and waits.
     *
     * @throws NoReplyException when nothing came within the time limit, or the connection broke
     */
    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), read(response.body()));
        } catch (IOException e) {
            throw new NoReplyException(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoReplyException("interrupted");
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }
}
