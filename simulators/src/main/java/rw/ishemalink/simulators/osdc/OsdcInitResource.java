package rw.ishemalink.simulators.osdc;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.ebm.Envelope;
import rw.ishemalink.simulators.ebm.Installer;
import rw.ishemalink.simulators.ebm.Model;
import rw.ishemalink.simulators.ebm.Requests;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Installs a device and gives it the key of its line. */
@Path("/osdc")
@Tag(name = "RRA OSDC")
@Outside(value = OutsideSystem.OSDC, counted = false)
public class OsdcInitResource {

    private final Installer installer;

    public OsdcInitResource(Installer installer) {
        this.installer = installer;
    }

    @POST
    @Path("/selectInitOsdcInfo")
    @Operation(summary = "Initialise the device of a branch")
    public Envelope init(Requests.@Nullable Init body) {
        return installer.install(Model.OSDC, Requests.required(body));
    }
}
