package rw.ishemalink.kit.sample;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestQuery;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.problem.ProblemException;

/** Endpoints that show what the kit does with callers and problems. */
@Path("/sample")
public class SampleResource {

    private final Caller caller;

    SampleResource(Caller caller) {
        this.caller = caller;
    }

    /** What is sent. */
    public record Sack(@NotNull String commodity, @Min(1) long weightKg) {}

    @GET
    @Path("who")
    @RolesAllowed(Role.Names.SENDER)
    public Map<String, String> who() {
        return Map.of(
                "person", caller.personId().toString(),
                "tenant", caller.tenant(),
                "text", caller.toString(),
                "logged", String.valueOf(MDC.get(Correlation.TENANT)));
    }

    @POST
    @PermitAll
    public Sack send(@NotNull @Valid Sack sack) {
        return sack;
    }

    @GET
    @Path("sought")
    @PermitAll
    public String sought(@RestQuery UUID id) {
        return id.toString();
    }

    @GET
    @Path("refused")
    @PermitAll
    public String refused() {
        throw ProblemException.conflict("sample-refused", "you");
    }

    @GET
    @Path("broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("away")
    @PermitAll
    public String away() {
        throw new IllegalStateException(new SQLException("an I/O error", "08006"));
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody should see this";
    }
}
