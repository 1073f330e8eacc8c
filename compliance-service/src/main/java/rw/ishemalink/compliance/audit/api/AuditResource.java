package rw.ishemalink.compliance.audit.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.compliance.audit.AuditEntry;
import rw.ishemalink.compliance.audit.AuditTrail;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** The audit trail of a booking, for those who check. */
@Path("/api/audit/bookings")
@Tag(name = "Audit")
public class AuditResource {

    private final UnitOfWork unitOfWork;
    private final AuditTrail trail;
    private final Caller caller;

    AuditResource(UnitOfWork unitOfWork, AuditTrail trail, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Path("/{bookingId}")
    @RolesAllowed({Role.Names.AUDITOR, Role.Names.GOVERNMENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Every event about a booking, in order; 404 when the tenant has no such booking")
    public List<AuditView> list(@RestPath UUID bookingId) {
        List<AuditEntry> entries = unitOfWork.read(sql -> trail.list(sql, caller.tenant(), bookingId));
        if (entries.isEmpty()) {
            throw ProblemException.notFound("no-such-booking");
        }
        return entries.stream().map(AuditView::of).toList();
    }
}
