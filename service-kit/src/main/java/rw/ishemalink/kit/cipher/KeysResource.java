package rw.ishemalink.kit.cipher;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** How far a rotation of keys is. */
@Path("/api/privacy/services/{service}/keys")
@Tag(name = "privacy")
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class KeysResource {

    /**
     * The keys by their ids.
     *
     * @param active the one that seals
     * @param old those that rows may still need; drop one from the configuration when it is no longer here
     */
    public record KeysView(String active, List<String> old, List<KeyRotation.Progress> tables) {}

    private final CipherWatch watch;
    private final String service;

    KeysResource(CipherWatch watch, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.watch = watch;
        this.service = service;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed(Role.Names.PLATFORM_ADMIN)
    @Operation(summary = "Which keys this service's rows are sealed with; counts every row")
    public KeysView get(@RestPath("service") String named) {
        if (!named.equals(service)) {
            throw ProblemException.notFound("no-such-service");
        }
        return watch.rotation()
                .map(it -> new KeysView(it.activeKey(), it.listOldKeys(), it.progress()))
                .orElseThrow(() -> ProblemException.notFound("no-such-service"));
    }
}
