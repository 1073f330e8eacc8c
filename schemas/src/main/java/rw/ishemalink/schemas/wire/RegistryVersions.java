package rw.ishemalink.schemas.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import rw.ishemalink.schemas.Topics;

/** Asks an Apicurio Registry (REST v3) for contract versions that are newer than this build. */
public final class RegistryVersions implements EventReader.NewerVersions {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private final URI registry;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** Asks the registry at that address, e.g. {@code http://localhost:8070}. */
    public RegistryVersions(URI registry) {
        this.registry = registry;
    }

    @Override
    public Optional<Schema> findSchema(Topics topic, int version) {
        URI content = registry.resolve("/apis/registry/v3/groups/" + ContractHeaders.GROUP + "/artifacts/"
                + topic.subject() + "/versions/" + version + "/content");
        HttpResponse<String> response = get(content);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(new Schema.Parser().parse(response.body()));
            case 404 -> Optional.empty();
            default -> throw new IllegalStateException("the registry answered " + response.statusCode());
        };
    }

    private HttpResponse<String> get(URI uri) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the registry cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the registry", e);
        }
    }
}
