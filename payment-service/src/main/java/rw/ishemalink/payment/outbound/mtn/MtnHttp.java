package rw.ishemalink.payment.outbound.mtn;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.config.MtnConfig;
import rw.ishemalink.payment.outbound.BearerToken;
import rw.ishemalink.payment.outbound.JsonHttp;
import rw.ishemalink.payment.outbound.Reply;
import rw.ishemalink.payment.outbound.StatementFile;

/** MTN's HTTP: headers, token, patience. */
final class MtnHttp {

    private final MtnConfig config;
    private final JsonHttp http;
    private final Map<Product, BearerToken> tokens = new EnumMap<>(Product.class);

    MtnHttp(MtnConfig config, InstantSource clock) {
        this.config = config;
        this.http = new JsonHttp(config.connectTimeout());
        for (Product product : Product.values()) {
            tokens.put(product, new BearerToken(clock, () -> fetchToken(product)));
        }
    }

    /** Orders something under our reference. */
    Reply post(Product product, String path, UUID reference, Object body) {
        return http.send(token(product), () -> {
            HttpRequest.Builder request = request(product, path)
                    .header("Content-Type", "application/json")
                    .header("X-Reference-Id", reference.toString())
                    .POST(http.body(body));
            config.callbackUrl().ifPresent(url -> request.header("X-Callback-Url", url + "/" + reference));
            return request;
        });
    }

    /** The settlement file of that day. */
    List<StatementLine> statement(LocalDate day) {
        return StatementFile.fetch(
                http, config.statementUrl(), day, config.apiUser(), config.apiKey(), config.timeout());
    }

    /** Asks. */
    Reply get(Product product, String path) {
        return http.send(token(product), () -> request(product, path).GET());
    }

    private BearerToken token(Product product) {
        BearerToken token = tokens.get(product);
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
        return http.send(to(product, "/token/")
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.noBody())
                .build());
    }
}
