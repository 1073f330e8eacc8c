package rw.ishemalink.payment.outbound.airtel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.config.AirtelConfig;
import rw.ishemalink.payment.outbound.BearerToken;
import rw.ishemalink.payment.outbound.JsonHttp;
import rw.ishemalink.payment.outbound.Reply;
import rw.ishemalink.payment.outbound.StatementFile;

/** Airtel's HTTP: headers, token, patience. */
final class AirtelHttp {

    private static final String TOKEN = "/auth/oauth2/token";

    private final AirtelConfig config;
    private final JsonHttp http;
    private final BearerToken token;

    AirtelHttp(AirtelConfig config, InstantSource clock) {
        this.config = config;
        this.http = new JsonHttp(config.connectTimeout());
        this.token = new BearerToken(clock, this::fetchToken);
    }

    /** Orders something. */
    Reply post(String path, Object body) {
        return http.send(
                token,
                () -> request(path).header("Content-Type", "application/json").POST(http.body(body)));
    }

    /** Asks. */
    Reply get(String path) {
        return http.send(token, () -> request(path).GET());
    }

    /** The settlement file of that day. */
    List<StatementLine> statement(LocalDate day) {
        return StatementFile.fetch(
                http, config.statementUrl(), day, config.clientId(), config.clientSecret(), config.timeout());
    }

    private HttpRequest.Builder request(String path) {
        return to(path).header("X-Country", config.country()).header("X-Currency", config.currency());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(config.baseUrl() + path))
                .timeout(config.timeout())
                .header("Accept", "*/*");
    }

    private Reply fetchToken() {
        return http.send(to(TOKEN)
                .header("Content-Type", "application/json")
                .POST(http.body(Map.of(
                        "client_id", config.clientId(),
                        "client_secret", config.clientSecret(),
                        "grant_type", "client_credentials")))
                .build());
    }
}
