package rw.ishemalink.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Reads the chains of services that run without identity-service and believe this auditor alone. */
public final class Auditor implements AutoCloseable {

    /** A long ledger is read in one request. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(10);

    private static final String PHONE = "+250788000007";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TokenMint mint = new TokenMint("https://audit.ishemalink.rw");
    private final KeyServer keys = new KeyServer(mint);
    private final HttpClient http = HttpClient.newHttpClient();

    /** What those services are told. */
    public Map<String, String> environment() {
        return keys.environment();
    }

    /** Has the service verify the tenant's chain. */
    public Chain.Found verify(Chain chain, URI service, String tenant) {
        String token = mint.tokenOf(UUID.randomUUID(), PHONE, "AUDITOR", tenant);
        return chain.verify(path -> get(service.resolve(path), token));
    }

    private JsonNode get(URI uri, String token) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(uri + " answers " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(uri + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
        keys.close();
    }
}
