package rw.ishemalink.simulators.vsdc;

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

/** Installs a device; without the line to RRA none is. */
@Path("/vsdc/initializer")
@Tag(name = "RRA VSDC")
@Outside(value = OutsideSystem.VSDC, counted = false)
public class InitializerResource {

    private final Installer installer;
    private final Contact contact;

    public InitializerResource(Installer installer, Contact contact) {
        this.installer = installer;
        this.contact = contact;
    }

    @POST
    @Path("/selectInitInfo")
    @Operation(summary = "Initialise the device of a branch")
    public Envelope init(Requests.@Nullable Init body) {
        Requests.Init question = Requests.required(body);
        contact.requireLine();
        return installer.install(Model.VSDC, question);
    }
}
