package rw.ishemalink.booking.desk.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import rw.ishemalink.booking.desk.CodeDesk;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** The code against which goods are handed over. */
@Path("/api/bookings/{bookingId}/delivery-code")
@RunOnVirtualThread
public class CodeResource {

    private final CodeDesk desk;
    private final Caller caller;

    CodeResource(CodeDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Six digits. */
    public record CodeView(@Schema(examples = "042137") String code) {

        /** Never the code: this text reaches logs. */
        @Override
        public String toString() {
            return "CodeView[]";
        }
    }

    @GET
    @RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "The code that the receiver has to give; only for the sender, from CONFIRMED on")
    public RestResponse<CodeView> get(@RestPath UUID bookingId) {
        return RestResponse.ResponseBuilder.ok(new CodeView(desk.getDigits(caller, bookingId)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @RolesAllowed({
        Role.Names.SENDER,
        Role.Names.CUSTOMER,
        Role.Names.EXPORTER,
        Role.Names.AGENT,
        Role.Names.DISPATCHER,
        Role.Names.TENANT_ADMIN
    })
    @Operation(summary = "A new code; the old one is void. The receiver is sent it if the goods are on the road")
    public void renew(@RestPath UUID bookingId) {
        desk.renew(caller, bookingId);
    }
}
