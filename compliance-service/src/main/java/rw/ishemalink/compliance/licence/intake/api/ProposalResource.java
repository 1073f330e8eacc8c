package rw.ishemalink.compliance.licence.intake.api;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.intake.Draft;
import rw.ishemalink.compliance.licence.intake.Draft.Column;
import rw.ishemalink.compliance.licence.intake.DraftCheck;
import rw.ishemalink.compliance.licence.intake.DraftCheck.Checked.Bad;
import rw.ishemalink.compliance.licence.intake.DraftCheck.Checked.Good;
import rw.ishemalink.compliance.licence.intake.Proposal;
import rw.ishemalink.compliance.licence.intake.ProposalDesk;
import rw.ishemalink.compliance.licence.store.ProposalStore;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.problem.ProblemTexts;

/** Manual entries with four eyes. */
@Path("/api/compliance/licences/proposals")
@Tag(name = "Licences")
@RunOnVirtualThread
@RolesAllowed({Role.Names.GOVERNMENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class ProposalResource {

    private static final String PRINTABLE = "[^\\p{Cntrl}]*";

    private final ProposalDesk desk;
    private final ProposalStore proposals;
    private final UnitOfWork unitOfWork;
    private final Caller caller;

    ProposalResource(ProposalDesk desk, ProposalStore proposals, UnitOfWork unitOfWork, Caller caller) {
        this.desk = desk;
        this.proposals = proposals;
        this.unitOfWork = unitOfWork;
        this.caller = caller;
    }

    /** An entry, in the words of a file's columns. */
    public record ProposalRequest(
            @Nullable String kind,

            @Schema(description = "Driving licence number, plate or TIN") @Nullable
            String subject,

            @Nullable String number,
            @Nullable String status,
            @Nullable String issuedOn,
            @Nullable String validUntil,
            @Nullable String holder,
            @Nullable String holderTin,
            @Nullable String zone,
            @Nullable String vehiclePlate,

            @Schema(description = "With semicolons between them, e.g. B;C") @Nullable
            String categories,

            @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE)
            String reason) {

        Draft draft() {
            return new Draft.Builder()
                    .with(Column.KIND, kind)
                    .with(Column.SUBJECT, subject)
                    .with(Column.NUMBER, number)
                    .with(Column.STATUS, status)
                    .with(Column.ISSUED_ON, issuedOn)
                    .with(Column.VALID_UNTIL, validUntil)
                    .with(Column.HOLDER, holder)
                    .with(Column.HOLDER_TIN, holderTin)
                    .with(Column.ZONE, zone)
                    .with(Column.VEHICLE_PLATE, vehiclePlate)
                    .with(Column.CATEGORIES, categories)
                    .build();
        }

        /** Never a number or a name: this text reaches logs. */
        @Override
        public String toString() {
            return "ProposalRequest[" + kind + "]";
        }
    }

    /** Why it is approved or rejected. */
    public record DecisionRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE)
            String reason) {}

    /** A page, and where the next one begins; null when this is the last. */
    public record ProposalPage(
            List<Proposal> items, @Nullable UUID next) {}

    @POST
    @Operation(summary = "Propose an entry; another official approves it")
    public Proposal propose(@Valid @NotNull ProposalRequest request, @Context HttpHeaders headers) {
        return switch (DraftCheck.check(request.draft(), 0)) {
            case Good entry -> desk.propose(caller, entry, request.reason());
            case Bad bad -> throw ProblemException.badRequest("licence-invalid", mend(bad, headers));
        };
    }

    @GET
    @Operation(summary = "Entries that wait for a second pair of eyes, or all; oldest first")
    public ProposalPage list(
            @RestQuery @DefaultValue("true") boolean open,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<Proposal> found = unitOfWork.read(sql -> proposals.list(sql, caller.tenant(), open, after, limit + 1));
        List<Proposal> page = found.subList(0, Math.min(limit, found.size()));
        return new ProposalPage(page, found.size() > limit ? page.getLast().proposalId() : null);
    }

    @POST
    @Path("/{proposalId}/approve")
    @Operation(summary = "Approve what another official proposed")
    public Proposal approve(@RestPath UUID proposalId, @Valid @NotNull DecisionRequest request) {
        return desk.decide(caller, proposalId, Proposal.State.APPROVED, request.reason());
    }

    @POST
    @Path("/{proposalId}/reject")
    @Operation(summary = "Reject what another official proposed")
    public Proposal reject(@RestPath UUID proposalId, @Valid @NotNull DecisionRequest request) {
        return desk.decide(caller, proposalId, Proposal.State.REJECTED, request.reason());
    }

    private static String mend(Bad bad, HttpHeaders headers) {
        Locale language = ProblemTexts.language(headers.getAcceptableLanguages());
        return bad.mistakes().stream()
                .map(one -> one.column() + ": " + one.text(language))
                .collect(Collectors.joining(" "));
    }
}
