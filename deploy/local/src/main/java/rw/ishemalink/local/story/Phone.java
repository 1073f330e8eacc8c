package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A phone on a bad network: it sends JSON, and sends again while nobody answers or the suite says "away". */
public final class Phone {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final URI base;
    private final Duration patience;
    private final Map<String, String> headers = new HashMap<>();

    Phone(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /** The same person's phone, speaking to another address. */
    public Phone to(URI other) {
        Phone phone = new Phone(other, patience);
        headers.forEach(phone::header);
        return phone;
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    void dropHeader(String name) {
        headers.remove(name);
    }

    /** The JSON at that path. */
    public JsonNode get(String path) {
        return json("GET", path, null);
    }

    /** The text at that path, whatever its type. */
    public String getText(String path) {
        return checked("GET", path, send("GET", path, null)).body();
    }

    /** Sends the body and reads the JSON answer, which may be missing. */
    public JsonNode post(String path, Map<String, ?> body) {
        return json("POST", path, body);
    }

    /** Sends the body and reads the JSON answer, which may be missing. */
    public JsonNode put(String path, Map<String, ?> body) {
        return json("PUT", path, body);
    }

    /** Takes away what is at that path. */
    public void delete(String path) {
        checked("DELETE", path, send("DELETE", path, null));
    }

    private JsonNode json(String method, String path, @Nullable Map<String, ?> body) {
        return parse(checked(method, path, send(method, path, body)).body());
    }

    private static HttpResponse<String> checked(String method, String path, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new RefusedException(method + " " + path, answer.statusCode(), parse(answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> send(String method, String path, @Nullable Map<String, ?> body) {
        Patience waiting = new Patience(patience);
        while (true) {
            try {
                HttpResponse<String> answer = HTTP.send(request(method, path, body), BodyHandlers.ofString());
                if (answer.statusCode() < 502 || waiting.isOver()) {
                    return answer;
                }
            } catch (IOException e) {
                if (waiting.isOver()) {
                    throw new IllegalStateException(method + " " + path + " got no answer", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            waiting.aMoment();
        }
    }

    private HttpRequest request(String method, String path, @Nullable Map<String, ?> body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode().put("detail", body);
        }
    }
}
