package rw.ishemalink.compliance.outbound.rura;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.outbound.JsonHttp;
import rw.ishemalink.compliance.outbound.JsonHttp.Reply;
import rw.ishemalink.compliance.outbound.NoReplyException;

/** The wire to the register: GET with an API key. Five calls without an answer open the breaker for ten seconds. */
@ApplicationScoped
public class RuraLine {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final JsonHttp http;
    private final URI url;
    private final String apiKey;

    RuraLine(ObjectMapper json, ComplianceConfig config) {
        this.http = new JsonHttp(json, config.rura().timeout());
        this.url = config.rura().url();
        this.apiKey = config.rura().apiKey();
    }

    /**
     * Gets what is under the path and subject, with one quick retry; 200 or 404.
     *
     * @throws NoReplyException when neither came back
     */
    @Retry(maxRetries = 1, delay = 150, jitter = 50, retryOn = NoReplyException.class)
    @CircuitBreaker(requestVolumeThreshold = 5, failureRatio = 1, delay = 10_000, failOn = NoReplyException.class)
    public Reply get(String path, String subject) {
        URI uri = URI.create(url + path + URLEncoder.encode(subject, UTF_8).replace("+", "%20"));
        Reply reply = http.send(HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("X-Api-Key", apiKey)
                .GET());
        if (reply.status() != OK && reply.status() != NOT_FOUND) {
            throw new NoReplyException("HTTP " + reply.status());
        }
        return reply;
    }
}
