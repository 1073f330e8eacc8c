package rw.ishemalink.kit.access;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.GroupCommit;
import rw.ishemalink.kit.outbox.OutboxRow;
import rw.ishemalink.kit.outbox.OutboxRows;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.access.AccessRecord;

/**
 * Tells {@code access.records} who saw whose personal data, through the outbox. A request waits until its records are
 * committed, so nothing that was shown goes unrecorded, whatever dies; all records of a request, and of all requests at
 * the same moment, are one statement. Who sees the own data leaves no record.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class AccessLog {

    /** The roles that let somebody see other people's data, the most powerful first. */
    private static final List<Role> BY_POWER = List.of(
            Role.PLATFORM_ADMIN,
            Role.TENANT_ADMIN,
            Role.AUDITOR,
            Role.GOVERNMENT,
            Role.CUSTOMS_INSPECTOR,
            Role.DISPATCHER,
            Role.OPERATOR,
            Role.SERVICE,
            Role.AGENT,
            Role.DRIVER);

    private static final String NO_ROLE = "NONE";

    private final OutboxRows outbox;
    private final GroupCommit<List<OutboxRow>, Boolean> writes;

    AccessLog(UnitOfWork unitOfWork, OutboxRows outbox) {
        this.outbox = outbox;
        this.writes = unitOfWork.groupCommit("access-log", this::write);
    }

    void stop(@Observes ShutdownEvent event) {
        writes.close();
    }

    /** Somebody's data, about to be shown to the caller. Returns when that is on record. */
    public void note(Caller caller, Seen what, UUID subjectId, UUID bookingId) {
        note(caller, what, List.of(new Sight(subjectId, bookingId)));
    }

    /** The data of several, about to be shown to the caller. Returns when that is on record. */
    public void note(Caller caller, Seen what, Collection<Sight> sights) {
        List<OutboxRow> told = sights.stream()
                .filter(sight -> !sight.subjectId().equals(caller.personId()))
                .distinct()
                .map(sight -> row(caller, what, sight))
                .toList();
        if (!told.isEmpty()) {
            writes.write(told);
        }
    }

    private OutboxRow row(Caller caller, Seen what, Sight sight) {
        AccessRecord record = AccessRecord.newBuilder()
                .setMetadata(outbox.metadata(caller.tenant(), 1))
                .setSubjectId(sight.subjectId())
                .setViewerId(caller.personId())
                .setViewerRole(roleOf(caller))
                .setWhat(what.name())
                .setBookingId(sight.bookingId())
                .build();
        return outbox.row(Topics.ACCESS_RECORDS, sight.subjectId(), record);
    }

    private static String roleOf(Caller caller) {
        return BY_POWER.stream()
                .filter(caller.roles()::contains)
                .findFirst()
                .or(() -> Arrays.stream(Role.values())
                        .filter(caller.roles()::contains)
                        .findFirst())
                .map(Role::name)
                .orElse(NO_ROLE);
    }

    private List<Boolean> write(Handle sql, List<List<OutboxRow>> requests) {
        outbox.insert(sql, requests.stream().flatMap(List::stream).toList());
        return requests.stream().map(_ -> true).toList();
    }
}
