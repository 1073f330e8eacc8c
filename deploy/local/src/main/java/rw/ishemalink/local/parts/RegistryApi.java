package rw.ishemalink.local.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import rw.ishemalink.schemas.wire.ContractHeaders;

/** The registry's REST interface v3, below our group. Source: {@code /apis/registry/v3} of Apicurio Registry 3.3. */
final class RegistryApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private final URI group;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    RegistryApi(URI registry) {
        this.group = registry.resolve("/apis/registry/v3/groups/" + ContractHeaders.GROUP + "/artifacts");
    }

    /** An answer, whatever its status. */
    record Answer(int status, String body) {}

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(group + path)));
    }

    Answer post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(group + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new PartFailedException("registry: no answer at " + group, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while asking the registry", e);
        }
    }
}
