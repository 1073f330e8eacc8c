package rw.ishemalink.simulators.airtel;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;

/** The merchant's settings in Airtel's portal, which has no API. */
@Path("/control")
@Tag(name = "Control")
public class PortalResource {

    private final Portal portal;

    public PortalResource(Portal portal) {
        this.portal = portal;
    }

    @GET
    @Path("/airtel/portal")
    @Operation(summary = "Where callbacks go, and what their hash is made of")
    public PortalSettings settings() {
        return portal.settings();
    }

    @PUT
    @Path("/airtel/portal")
    @Operation(summary = "Change them for operations that are ordered from now on")
    public PortalSettings set(@Nullable PortalSettings body) {
        PortalSettings settings = Problem.required(body);
        String url = settings.callbackUrl();
        if (url != null && !isAddress(url)) {
            throw Problem.refusal(400, "callbackUrl must be an http or https address");
        }
        portal.set(settings);
        return settings;
    }

    private static boolean isAddress(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }
}
