package rw.ishemalink.payment.ledger.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.reads.Reads;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.statement.AccountAccess;
import rw.ishemalink.payment.ledger.statement.LineKey;
import rw.ishemalink.payment.ledger.statement.Statement;
import rw.ishemalink.payment.ledger.statement.Statements;
import rw.ishemalink.payment.ledger.statement.Statements.Wanted;

/** Accounts and their statements: to drivers and operators their own, to those who check the books the tenant's. */
@Path("/api/payments/ledger/accounts")
@Tag(name = "Ledger")
@RolesAllowed({
    Role.Names.DRIVER,
    Role.Names.OPERATOR,
    Role.Names.AUDITOR,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN
})
@RunOnVirtualThread
public class AccountResource {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;

    private final Reads reads;
    private final Statements statements;
    private final Caller caller;

    AccountResource(Reads reads, Statements statements, Caller caller) {
        this.reads = reads;
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Accounts and how they stand: the caller's own, or those of the tenant")
    @APIResponse(responseCode = "400", description = "A parameter that makes no sense")
    public AccountPage list(
            @Parameter(description = "Only those of that name") @RestQuery @Nullable String account,
            @RestQuery @Nullable String after,
            @Parameter(description = "1 to 1000; 50 if absent") @RestQuery @Nullable String limit) {
        int size = LedgerParameters.limit(limit, USUAL_LIMIT, LARGEST_LIMIT);
        long afterId = after == null ? 0 : Cursor.read(after).sequence();
        var name = LedgerParameters.account("account", account);
        return reads.read(sql -> AccountPage.of(statements.accounts(sql, caller, name, afterId, size + 1), size));
    }

    @GET
    @Path("/{account}/statement")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What happened on an account, oldest first")
    @APIResponse(responseCode = "400", description = "A parameter that makes no sense")
    @APIResponse(responseCode = "404", description = "No such account, or none that the caller may see")
    public StatementView statement(
            @RestPath String account,
            @Parameter(description = "Whose; a driver's or operator's own if absent") @RestQuery @Nullable String party,
            @Parameter(description = "Inclusive") @RestQuery @Nullable String from,
            @Parameter(description = "Exclusive") @RestQuery @Nullable String to,
            @RestQuery @Nullable String after,
            @Parameter(description = "1 to 1000; 50 if absent") @RestQuery @Nullable String limit) {
        return StatementView.of(page(wanted(account, party, from, to, after, limit)));
    }

    @GET
    @Path("/{account}/statement")
    @Produces(CSV)
    @Operation(summary = "The same as CSV; a header Link with rel=next names the next page")
    public Response statementAsCsv(
            @RestPath String account,
            @RestQuery @Nullable String party,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String limit,
            UriInfo uri) {
        StatementView page = StatementView.of(page(wanted(account, party, from, to, after, limit)));
        Response.ResponseBuilder answer = Response.ok(StatementCsv.write(page.lines()), CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.csv\"");
        if (page.next() != null) {
            answer.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("after", page.next())
                            .build(),
                    "next");
        }
        return answer.build();
    }

    private Statement page(Wanted wanted) {
        return reads.read(sql -> statements.page(sql, wanted));
    }

    private Wanted wanted(
            String account,
            @Nullable String party,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after,
            @Nullable String limit) {
        Optional<LineKey> line = Optional.ofNullable(after).map(Cursor::read);
        AccountKey key = LedgerParameters.findAccount(account)
                .flatMap(name -> AccountAccess.find(
                        caller, name, LedgerParameters.id("party", party).orElse(null)))
                .orElseThrow(() -> ProblemException.notFound("no-account"));
        return new Wanted(
                key,
                LedgerParameters.time("from", from),
                LedgerParameters.time("to", to),
                line,
                LedgerParameters.limit(limit, USUAL_LIMIT, LARGEST_LIMIT));
    }
}
