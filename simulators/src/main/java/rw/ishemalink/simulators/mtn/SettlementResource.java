package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.SettlementDay;

/** The settlement file of a day. MTN's partner portal offers one to download; this address and form are ours. */
@Path("/mtn")
@Tag(name = "MTN MoMo")
@SecurityRequirement(name = "mtn-api-user")
@Outside(value = OutsideSystem.MTN, counted = false)
public class SettlementResource {

    private final ApiUsers users;
    private final MtnOperator mtn;

    public SettlementResource(ApiUsers users, MtnOperator mtn) {
        this.users = users;
        this.mtn = mtn;
    }

    @GET
    @Path("/settlement/{day}.csv")
    @Produces("text/csv")
    @Operation(summary = "What was decided on that day in Rwanda, for the merchant of the basic credentials")
    public String csv(@BeanParam MtnHeaders headers, @RestPath String day) {
        ApiUser user = users.authenticate(headers.authorization());
        return mtn.settlement().csv(SettlementDay.of(day), user.id());
    }
}
