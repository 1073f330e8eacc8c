package rw.ishemalink.compliance.licence.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Flag;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.store.FlagStore;
import rw.ishemalink.compliance.licence.store.FlagStore.Wanted;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** The control tower's list: bookings under way with a licence that is no longer good. An operator sees the own fleet's. */
@Path("/api/compliance/flags")
@Tag(name = "Licences")
@RunOnVirtualThread
@RolesAllowed({
    Role.Names.GOVERNMENT,
    Role.Names.CUSTOMS_INSPECTOR,
    Role.Names.AUDITOR,
    Role.Names.DISPATCHER,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN,
    Role.Names.OPERATOR
})
public class FlagResource {

    /** Who may say that a flag is settled; the fleet itself may not. */
    private static final List<Role> CLOSERS =
            List.of(Role.DISPATCHER, Role.GOVERNMENT, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN);

    private final UnitOfWork unitOfWork;
    private final FlagStore flags;
    private final LicenceClock clock;
    private final Caller caller;

    FlagResource(UnitOfWork unitOfWork, FlagStore flags, LicenceClock clock, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.flags = flags;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page, and where the next one begins; null when this is the last. */
    public record FlagPage(List<Flag> items, @Nullable UUID next) {}

    /** A flag and what became of it. */
    public record FlagStory(Flag flag, List<Flag.Change> history) {}

    /** Why a flag is settled. */
    public record CloseRequest(
            @Schema(description = "What was done, e.g. the load went on with another driver")
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = "[^\\p{Cntrl}]*")
            String reason) {}

    @GET
    @Operation(summary = "Flags, oldest first; those that stand open, or all")
    public FlagPage list(
            @RestQuery @DefaultValue("true") boolean open,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Wanted wanted = new Wanted(caller.tenant(), Sights.findFleet(caller), open, after, limit + 1);
        List<Flag> found = unitOfWork.read(sql -> flags.list(sql, wanted));
        List<Flag> page = found.subList(0, Math.min(limit, found.size()));
        return new FlagPage(page, found.size() > limit ? page.getLast().flagId() : null);
    }

    @GET
    @Path("/{flagId}")
    @Operation(summary = "A flag with its history")
    public FlagStory get(@RestPath UUID flagId) {
        Flag flag = getSeen(flagId);
        return new FlagStory(flag, unitOfWork.read(sql -> flags.history(sql, flagId)));
    }

    @POST
    @Path("/{flagId}/close")
    @RolesAllowed({Role.Names.DISPATCHER, Role.Names.GOVERNMENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Say why it is settled")
    public FlagStory close(@RestPath UUID flagId, @Valid @NotNull CloseRequest request) {
        getSeen(flagId);
        if (!caller.isAnyForTenant(CLOSERS.toArray(Role[]::new))) {
            throw ProblemException.forbidden("not-allowed");
        }
        boolean closed = unitOfWork.call(
                tx -> flags.close(tx.sql(), flagId, caller.personId(), role().name(), request.reason(), clock.now()));
        if (!closed) {
            throw ProblemException.conflict("flag-closed");
        }
        return get(flagId);
    }

    private Role role() {
        return CLOSERS.stream().filter(caller::isAny).findFirst().orElse(Role.DISPATCHER);
    }

    private Flag getSeen(UUID flagId) {
        UUID fleet = Sights.findFleet(caller);
        return unitOfWork
                .read(sql -> flags.find(sql, caller.tenant(), fleet, flagId))
                .orElseThrow(() -> ProblemException.notFound("no-such-flag"));
    }
}
