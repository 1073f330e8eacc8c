package rw.ishemalink.compliance.audit.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.TrailVerification;
import rw.ishemalink.compliance.audit.TrailVerifier;
import rw.ishemalink.compliance.audit.TrailVerifier.Noted;
import rw.ishemalink.compliance.audit.store.TrailSearch;
import rw.ishemalink.compliance.audit.store.TrailStore;
import rw.ishemalink.compliance.config.AuditConfig;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.reads.Reads;

/** The audit trail, for those who check. */
@Path("/api/audit")
@Tag(name = "Audit")
@RolesAllowed({Role.Names.AUDITOR, Role.Names.GOVERNMENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditResource {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final int MOST_OF_A_BOOKING = 1_000;

    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final TrailStore store;
    private final TrailVerifier verifier;
    private final LookedAt lookedAt;
    private final AuditConfig config;
    private final Caller caller;

    AuditResource(
            UnitOfWork unitOfWork,
            Reads reads,
            TrailStore store,
            TrailVerifier verifier,
            LookedAt lookedAt,
            AuditConfig config,
            Caller caller) {
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.store = store;
        this.verifier = verifier;
        this.lookedAt = lookedAt;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Events of the tenant by booking, person, driver, vehicle, kind and time; looking is recorded")
    @APIResponse(responseCode = "400", description = "A parameter that is none")
    public EntryPage search(@BeanParam SearchParameters parameters, @RestQuery @Nullable String limit) {
        TrailSearch search = parameters.read(caller);
        int size = (int) TrailParameters.number("limit", limit, USUAL_LIMIT, LARGEST_LIMIT);
        List<SealedEntry> found = reads.read(sql -> store.list(sql, search, size + 1));
        lookedAt.note(
                caller, Seen.TRAIL, search.person(), found.stream().limit(size).toList());
        return EntryPage.of(found, size);
    }

    @GET
    @Path("/bookings/{bookingId}")
    @Operation(summary = "Every event about a booking, in order; 404 when the tenant has no such booking")
    public List<EntryView> listOfBooking(@RestPath UUID bookingId) {
        TrailSearch search = TrailSearch.ofBooking(caller.tenant(), bookingId, SearchParameters.topicsOf(caller));
        List<SealedEntry> found = unitOfWork.read(sql -> store.list(sql, search, MOST_OF_A_BOOKING));
        if (found.isEmpty()) {
            throw ProblemException.notFound("no-such-booking");
        }
        lookedAt.note(caller, Seen.TRAIL, Optional.empty(), found);
        return found.stream().map(EntryView::of).toList();
    }

    @GET
    @Path("/verify")
    @Operation(
            summary = "Checks the tenant's trail, or a stretch of it",
            description = "Note sequence and hash of the end that is answered, outside of this system. Passed along"
                    + " later, they prove that nothing before that place was changed meanwhile.")
    @APIResponse(responseCode = "200", description = "What was found, if anything")
    public TrailVerification verify(
            @Parameter(description = "First place to read; 1 if absent") @RestQuery @Nullable String from,
            @Parameter(description = "Most entries to read") @RestQuery @Nullable String limit,
            @Parameter(description = "A place noted earlier") @RestQuery @Nullable String sequence,
            @Parameter(description = "The hash noted with it") @RestQuery @Nullable String hash) {
        long first = TrailParameters.number("from", from, 1, Long.MAX_VALUE);
        long atMost = TrailParameters.number("limit", limit, config.verifyAtOnce(), config.verifyAtOnce());
        Optional<Noted> noted = noted(sequence, hash);
        return unitOfWork.call(tx -> verifier.verify(tx.sql(), caller.tenant(), first, atMost, noted));
    }

    private static Optional<Noted> noted(@Nullable String sequence, @Nullable String hash) {
        if ((sequence == null) != (hash == null)) {
            throw ProblemException.badRequest("sequence-and-hash");
        }
        long place = TrailParameters.number("sequence", sequence, 0, Long.MAX_VALUE);
        return TrailParameters.hash(hash).map(text -> new Noted(place, text));
    }
}
