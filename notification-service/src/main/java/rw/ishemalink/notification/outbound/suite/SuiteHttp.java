package rw.ishemalink.notification.outbound.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.notification.config.UssdConfig;
import rw.ishemalink.notification.ussd.SuiteAwayException;

/** Sends requests and reads JSON. */
@ApplicationScoped
class SuiteHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final ObjectMapper json = new ObjectMapper();
    private final Duration timeout;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    SuiteHttp(UssdConfig config) {
        this.timeout = config.apiTimeout();
    }

    Answer get(URI uri, String authorization) {
        return send(request(uri, authorization).GET());
    }

    Answer send(String method, URI uri, String authorization, Map<String, ?> body) {
        try {
            return send(request(uri, authorization)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request is always JSON", e);
        }
    }

    Answer postForm(URI uri, String authorization, String form) {
        return send(request(uri, authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(URI uri, String authorization) {
        return HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json")
                .header("X-Correlation-Id", Correlation.currentId());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (IOException e) {
            throw new SuiteAwayException(e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteAwayException("interrupted", e);
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
