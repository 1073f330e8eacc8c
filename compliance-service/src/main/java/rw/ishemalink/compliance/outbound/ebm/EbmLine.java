package rw.ishemalink.compliance.outbound.ebm;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Retry;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.outbound.JsonHttp;
import rw.ishemalink.compliance.outbound.JsonHttp.Reply;
import rw.ishemalink.compliance.outbound.NoReplyException;

/** The wire to a device: POST of JSON, answered in an envelope. Sending a sale twice is safe: the device answers 994. */
@ApplicationScoped
public class EbmLine {

    private static final int OK = 200;

    private final JsonHttp http;

    public EbmLine(ObjectMapper json, ComplianceConfig config) {
        this.http = new JsonHttp(json, config.vsdc().timeout());
    }

    /**
     * Posts, with two quick retries.
     *
     * @param headers beside the usual ones
     * @throws NoReplyException when no envelope came back
     */
    @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = NoReplyException.class)
    public Envelope post(URI url, Map<String, String> headers, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Content-Type", "application/json");
        headers.forEach(request::header);
        Reply reply = http.send(request.POST(http.body(body)));
        String resultCode = reply.body().path("resultCd").asText();
        if (reply.status() != OK || resultCode.isEmpty()) {
            throw new NoReplyException("HTTP " + reply.status() + " without a result code");
        }
        return new Envelope(
                resultCode,
                reply.body().path("resultMsg").asText(),
                reply.body().path("data"));
    }
}
