package rw.ishemalink.compliance.audit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.store.TrailStore;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;

/** Who saw what of one's own (law 058/2021, art. 23: the right to know the recipients of one's data). */
@Path("/api/audit/access/me")
@Tag(name = "Audit")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OwnAccessResource {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final String TYPE = Topics.ACCESS_RECORDS.topicName() + "/";

    private final UnitOfWork unitOfWork;
    private final TrailStore store;
    private final Caller caller;

    OwnAccessResource(UnitOfWork unitOfWork, TrailStore store, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.caller = caller;
    }

    /**
     * Somebody saw something.
     *
     * @param what e.g. BOOKING
     * @param viewerRole the role that allowed it
     * @param bookingId the booking that it belongs to; absent where it belongs to none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Access(
            Instant at,
            String what,
            @Nullable UUID viewerId,
            String viewerRole,
            @Nullable UUID bookingId) {

        static Access of(SealedEntry sealed) {
            return new Access(
                    sealed.entry().occurredAt(),
                    sealed.entry().type().substring(TYPE.length()),
                    sealed.entry().actorId(),
                    sealed.entry().actorRole(),
                    sealed.entry().bookingId());
        }
    }

    /** A page, the oldest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccessPage(
            List<Access> accesses, @Nullable String next) {

        public AccessPage {
            accesses = List.copyOf(accesses);
        }
    }

    @GET
    @Operation(summary = "Who saw the caller's own data, when and in which role, oldest first")
    public AccessPage list(@RestQuery @Nullable String after, @RestQuery @Nullable String limit) {
        int size = (int) TrailParameters.number("limit", limit, USUAL_LIMIT, LARGEST_LIMIT);
        var from = TrailParameters.after(after);
        List<SealedEntry> found =
                unitOfWork.read(sql -> store.listAccesses(sql, caller.tenant(), caller.personId(), from, size + 1));
        List<SealedEntry> page = found.stream().limit(size).toList();
        return new AccessPage(
                page.stream().map(Access::of).toList(),
                found.size() > size ? TrailParameters.cursor(page.getLast()) : null);
    }
}
