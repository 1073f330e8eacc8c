package rw.ishemalink.payment.outbound.mtn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.config.MtnConfig;

/** MTN's HTTP: headers, token, patience. Anything but an HTTP answer is {@link ProviderUnavailableException}. */
final class MtnHttp {

    private static final int UNAUTHORIZED = 401;

    private final MtnConfig config;
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http;
    private final Map<Product, MtnToken> tokens = new EnumMap<>(Product.class);

    MtnHttp(MtnConfig config, InstantSource clock) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
        for (Product product : Product.values()) {
            tokens.put(product, new MtnToken(clock, () -> fetchToken(product)));
        }
    }

    /** Orders something under our reference. */
    Reply post(Product product, String path, UUID reference, Object body) {
        return authorized(product, () -> {
            HttpRequest.Builder request = request(product, path)
                    .header("Content-Type", "application/json")
                    .header("X-Reference-Id", reference.toString())
                    .POST(BodyPublishers.ofString(text(body)));
            config.callbackUrl().ifPresent(url -> request.header("X-Callback-Url", url + "/" + reference));
            return request;
        });
    }

    /** Asks. */
    Reply get(Product product, String path) {
        return authorized(product, () -> request(product, path).GET());
    }

    private interface Request {
        HttpRequest.Builder build();
    }

    /** A refused token was not used for anything: another is fetched and the same request goes out once more. */
    private Reply authorized(Product product, Request request) {
        MtnToken token = token(product);
        String first = token.get();
        Reply reply = send(bearing(request, first));
        if (reply.status() != UNAUTHORIZED) {
            return reply;
        }
        token.forget(first);
        return send(bearing(request, token.get()));
    }

    private static HttpRequest bearing(Request request, String token) {
        return request.build().header("Authorization", "Bearer " + token).build();
    }

    private MtnToken token(Product product) {
        MtnToken token = tokens.get(product);
        if (token == null) {
            throw new IllegalStateException("no token for " + product);
        }
        return token;
    }

    private HttpRequest.Builder request(Product product, String path) {
        return to(product, path).header("X-Target-Environment", config.targetEnvironment());
    }

    private HttpRequest.Builder to(Product product, String path) {
        return HttpRequest.newBuilder(URI.create(config.baseUrl() + product.path() + path))
                .timeout(config.timeout())
                .header("Ocp-Apim-Subscription-Key", product.subscriptionKey(config));
    }

    private Reply fetchToken(Product product) {
        String credentials = config.apiUser() + ":" + config.apiKey();
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return send(to(product, "/token/")
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), json(response.body()));
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

    private String text(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written as JSON", e);
        }
    }
}
