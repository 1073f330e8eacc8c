package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Who may read about a booking: its sender, the tenant's staff, government. To all others there is no such booking. That somebody else than its sender reads is on record first. */
@ApplicationScoped
public class Readers {

    private static final Role[] STAFF = {Role.DISPATCHER, Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN};

    private final UnitOfWork unitOfWork;
    private final CaseFiles files;
    private final AccessLog accesses;

    Readers(UnitOfWork unitOfWork, CaseFiles files, AccessLog accesses) {
        this.unitOfWork = unitOfWork;
        this.files = files;
        this.accesses = accesses;
    }

    /**
     * The booking, for one who may read about it.
     *
     * @param also a further role that may
     * @throws ProblemException 404 when there is none, or none that the caller may know of
     */
    public CaseFile getFor(Caller caller, UUID bookingId, Role... also) {
        CaseFile found = unitOfWork
                .read(sql -> files.findFor(sql, caller.tenant(), bookingId))
                .filter(file -> file.senderId().equals(caller.personId())
                        || caller.isAnyForTenant(STAFF)
                        || caller.isAny(Role.GOVERNMENT)
                        || caller.isAny(also))
                .orElseThrow(() -> ProblemException.notFound("no-such-booking"));
        Seen what = caller.isAny(Role.CUSTOMS_INSPECTOR) ? Seen.INSPECTION : Seen.BOOKING;
        accesses.note(caller, what, found.senderId(), found.bookingId());
        return found;
    }
}
