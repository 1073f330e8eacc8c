package rw.ishemalink.payment.ledger.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.ledger.Balance;
import rw.ishemalink.payment.ledger.Books;
import rw.ishemalink.payment.ledger.seal.Verification;
import rw.ishemalink.payment.ledger.seal.Verifier;
import rw.ishemalink.payment.ledger.seal.Verifier.Noted;

/** The books, for those who check them. */
@Path("/api/payments/ledger")
@Tag(name = "Ledger")
@RolesAllowed({Role.Names.AUDITOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LedgerResource {

    private final UnitOfWork unitOfWork;
    private final Books books;
    private final Verifier verifier;
    private final Caller caller;

    LedgerResource(UnitOfWork unitOfWork, Books books, Verifier verifier, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.verifier = verifier;
        this.caller = caller;
    }

    @GET
    @Path("/balance")
    @Operation(
            summary = "Debits, credits and the balance of each account of the token's tenant; the difference is zero")
    @APIResponse(responseCode = "200", description = "The books as they stand, or as they stood at that time")
    @APIResponse(responseCode = "400", description = "No time")
    public Balance balance(
            @Parameter(description = "As they stood then; now if absent", example = "2026-11-20T00:00:00Z")
                    @RestQuery
                    @Nullable
                    String at) {
        Optional<Instant> time = LedgerParameters.time("at", at);
        return unitOfWork.call(tx -> time.map(then -> books.at(tx.sql(), caller.tenant(), then))
                .orElseGet(() -> books.now(tx.sql(), caller.tenant())));
    }

    @GET
    @Path("/verify")
    @Operation(
            summary = "Checks the tenant's books from the first transfer to the last: chain, balance, totals",
            description = "Note sequence and hash of the end that is answered, outside of this system. Passed along"
                    + " later, they prove that nothing before that place was changed meanwhile.")
    @APIResponse(responseCode = "200", description = "What was found, if anything")
    @APIResponse(
            responseCode = "400",
            description = "Sequence without hash or hash without sequence, or neither is one")
    public Verification verify(
            @Parameter(description = "A place noted earlier") @RestQuery @Nullable String sequence,
            @Parameter(description = "The hash noted with it") @RestQuery @Nullable String hash) {
        Optional<Noted> noted = noted(sequence, hash);
        return unitOfWork.call(tx -> verifier.verify(tx.sql(), caller.tenant(), noted));
    }

    private static Optional<Noted> noted(@Nullable String sequence, @Nullable String hash) {
        Optional<Long> place = LedgerParameters.sequence(sequence);
        Optional<String> text = LedgerParameters.hash(hash);
        if (place.isPresent() != text.isPresent()) {
            throw badRequest("sequence-and-hash");
        }
        return place.flatMap(number -> text.map(known -> new Noted(number, known)));
    }
}
