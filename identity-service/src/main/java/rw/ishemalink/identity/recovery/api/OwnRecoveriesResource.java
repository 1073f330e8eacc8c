package rw.ishemalink.identity.recovery.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.recovery.Recoveries;
import rw.ishemalink.kit.caller.Caller;

/** Whether somebody asks for the caller's account. */
@Path("/api/auth/me/recoveries")
@Tag(name = "recovery")
@Authenticated
public class OwnRecoveriesResource {

    private final Recoveries recoveries;
    private final Caller caller;

    OwnRecoveriesResource(Recoveries recoveries, Caller caller) {
        this.recoveries = recoveries;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Whether somebody asks for my account from another phone")
    public List<RecoveryView> list() {
        return recoveries.findOwn(caller).stream().map(RecoveryView::of).toList();
    }
}
