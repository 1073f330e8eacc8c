package rw.ishemalink.compliance.dispatch.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.compliance.casefile.Readers;
import rw.ishemalink.compliance.dispatch.Decisions;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemTexts;

/** The dispatch decisions about a booking: for its sender, the tenant's staff and government. */
@Path("/api/compliance/bookings")
@Tag(name = "Compliance")
@Authenticated
public class DecisionResource {

    private final UnitOfWork unitOfWork;
    private final Readers readers;
    private final Decisions decisions;
    private final Caller caller;

    DecisionResource(UnitOfWork unitOfWork, Readers readers, Decisions decisions, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.readers = readers;
        this.decisions = decisions;
        this.caller = caller;
    }

    @GET
    @Path("/{bookingId}/decisions")
    @Operation(summary = "Every dispatch decision about a booking, with each rule of law and how it came out")
    public List<DecisionView> list(@RestPath UUID bookingId, @Context HttpHeaders headers) {
        readers.getFor(caller, bookingId);
        Locale language = ProblemTexts.language(headers.getAcceptableLanguages());
        return unitOfWork.read(sql -> decisions.list(sql, bookingId)).stream()
                .map(decision -> DecisionView.of(decision, language))
                .toList();
    }
}
