package rw.ishemalink.payment.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;

/** JSON over HTTP. Anything but an HTTP answer is {@link ProviderUnavailableException}, which says whether anything left. */
public final class JsonHttp {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http;

    public JsonHttp(Duration connectTimeout) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** What came back. */
    public Reply send(HttpRequest request) {
        HttpResponse<String> response = exchange(request);
        return new Reply(response.statusCode(), json(response.body()));
    }

    /** The same with a token. A refused token was not used for anything: the request goes out once more with another. */
    public Reply send(BearerToken token, Supplier<HttpRequest.Builder> request) {
        String first = token.get();
        Reply reply = send(bearing(request, first));
        if (reply.status() != UNAUTHORIZED) {
            return reply;
        }
        token.forget(first);
        return send(bearing(request, token.get()));
    }

    /** The text of a file. */
    public String read(HttpRequest request) {
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() != OK) {
            throw new ProviderUnavailableException("no file, HTTP " + response.statusCode());
        }
        return response.body();
    }

    /** A body to send. */
    public BodyPublisher body(Object body) {
        try {
            return BodyPublishers.ofString(mapper.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written as JSON", e);
        }
    }

    private static HttpRequest bearing(Supplier<HttpRequest.Builder> request, String token) {
        return request.get().header("Authorization", "Bearer " + token).build();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw ProviderUnavailableException.notSent(
                    "no connection: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new ProviderUnavailableException("no answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("interrupted before an answer came");
        }
    }

    private JsonNode json(String body) {
        try {
            JsonNode json = mapper.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
