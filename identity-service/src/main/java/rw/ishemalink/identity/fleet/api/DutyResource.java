package rw.ishemalink.identity.fleet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.Duty;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** A driver's own duty. */
@Path("/api/fleet/drivers/me")
@RolesAllowed(Role.Names.DRIVER)
@Tag(name = "fleet")
public class DutyResource {

    private final Duty duty;
    private final Caller caller;

    DutyResource(Duty duty, Caller caller) {
        this.duty = duty;
        this.caller = caller;
    }

    /**
     * Whether the driver is on duty now.
     *
     * @param shift the one that runs; absent off duty
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DutyView(boolean onDuty, @Nullable ShiftView shift) {}

    @POST
    @Path("duty")
    @Operation(
            summary =
                    "Go on or off duty; 409 unless the papers are cleared, with an expired licence or in another vehicle")
    public DutyView change(@NotNull @Valid DutyRequest request) {
        if (Boolean.TRUE.equals(request.onDuty())) {
            return new DutyView(true, ShiftView.of(duty.begin(caller, Optional.ofNullable(request.vehicleId()))));
        }
        duty.end(caller);
        return new DutyView(false, null);
    }

    @GET
    @Path("shifts")
    @Operation(summary = "List one's shifts, the newest first; the next page begins before the last one's id")
    public List<ShiftView> list(
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return duty.list(caller, Optional.ofNullable(before), limit).stream()
                .map(ShiftView::of)
                .toList();
    }
}
