package rw.ishemalink.compliance.licence.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.Registered;
import rw.ishemalink.compliance.licence.Registered.PastWord;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.RegisterStore;
import rw.ishemalink.compliance.licence.store.RegisterStore.Seen;
import rw.ishemalink.compliance.licence.store.RegisterStore.Sought;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.reads.Reads;

/** The register: staff and officials see all of the tenant, an operator the own fleet, a driver the own licences. */
@Path("/api/compliance/licences")
@Tag(name = "Licences")
@RunOnVirtualThread
@RolesAllowed({
    Role.Names.GOVERNMENT,
    Role.Names.CUSTOMS_INSPECTOR,
    Role.Names.AUDITOR,
    Role.Names.DISPATCHER,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN,
    Role.Names.OPERATOR,
    Role.Names.DRIVER
})
public class LicenceResource {

    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final RegisterStore register;
    private final LicenceWords words;
    private final LicenceClock clock;
    private final Caller caller;

    LicenceResource(
            UnitOfWork unitOfWork,
            Reads reads,
            RegisterStore register,
            LicenceWords words,
            LicenceClock clock,
            Caller caller) {
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.register = register;
        this.words = words;
        this.clock = clock;
        this.caller = caller;
    }

    /** A page, and where the next one begins; null when this is the last. */
    public record LicencePage(
            List<LicenceView> items, @Nullable UUID next) {}

    @GET
    @Operation(summary = "Licences, authorisations, inspections and insurances that you may see")
    public LicencePage list(
            @RestQuery @Nullable LicenceKind kind,
            @RestQuery @Size(max = 40) @Nullable String subject,
            @RestQuery @Nullable UUID holderId,
            @RestQuery @Min(0) @Max(366) @Nullable Integer endsWithinDays,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Instant now = clock.now();
        LocalDate today = LicenceClock.dayOf(now);
        LocalDate endsBy = endsWithinDays == null ? null : today.plusDays(endsWithinDays);
        Sought sought = new Sought(kind, subject, holderId, today, endsBy, after, limit + 1);
        List<Registered> found = reads.read(sql -> register.list(sql, Sights.of(caller), sought));
        List<Registered> page = found.subList(0, Math.min(limit, found.size()));
        return new LicencePage(
                page.stream()
                        .flatMap(one -> LicenceView.of(one, words.precedence(), now).stream())
                        .toList(),
                found.size() > limit ? page.getLast().licenceId() : null);
    }

    @GET
    @Path("/{licenceId}")
    @Operation(summary = "One of them")
    public LicenceView get(@RestPath UUID licenceId) {
        return LicenceView.of(getSeen(licenceId), words.precedence(), clock.now())
                .orElseThrow(() -> ProblemException.notFound("no-such-licence"));
    }

    @GET
    @Path("/{licenceId}/history")
    @Operation(summary = "Every word of each source that was new, first to last")
    public List<PastWord> history(@RestPath UUID licenceId) {
        UUID seen = getSeen(licenceId).licenceId();
        return unitOfWork.read(sql -> register.history(sql, seen));
    }

    private Registered getSeen(UUID licenceId) {
        Seen seen = Sights.of(caller);
        return unitOfWork
                .read(sql -> register.find(sql, seen, licenceId))
                .orElseThrow(() -> ProblemException.notFound("no-such-licence"));
    }
}
