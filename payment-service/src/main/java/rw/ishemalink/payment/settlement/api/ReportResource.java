package rw.ishemalink.payment.settlement.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.payment.ledger.api.Cursor;
import rw.ishemalink.payment.ledger.api.LedgerParameters;
import rw.ishemalink.payment.settlement.Item;
import rw.ishemalink.payment.settlement.Run;
import rw.ishemalink.payment.settlement.Settlements;
import rw.ishemalink.payment.settlement.Settlements.Seen;
import rw.ishemalink.payment.settlement.api.ReportView.ItemView;

/** Reports of settlements that are finished; what they say of a day stays so. */
@Path("/api/payments/settlements/{settlementId}/report")
@Tag(name = "Settlements")
@RolesAllowed({
    Role.Names.DRIVER,
    Role.Names.OPERATOR,
    Role.Names.AUDITOR,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN
})
@RunOnVirtualThread
public class ReportResource {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;

    private final Settlements settlements;
    private final Caller caller;

    ReportResource(Settlements settlements, Caller caller) {
        this.settlements = settlements;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The lines of a settlement, page by page, or the statement of the tenant's day")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    @APIResponse(responseCode = "409", description = "It is still under way")
    public ReportView report(
            @RestPath UUID settlementId,
            @RestQuery @Nullable String after,
            @Parameter(description = "1 to 1000; 50 if absent") @RestQuery @Nullable String limit) {
        int size = LedgerParameters.limit(limit, USUAL_LIMIT, LARGEST_LIMIT);
        long afterId = after == null ? 0 : Cursor.readNumber(after);
        Seen seen = settlements.getFinished(caller, settlementId);
        Run run = seen.run();
        return switch (run.kind()) {
            case OPERATOR_DRIVER ->
                ReportView.ofItems(RunView.of(seen), settlements.items(caller, run, afterId, size + 1), size);
            case TENANT -> ReportView.ofBooks(RunView.of(seen), settlements.books(run));
        };
    }

    @GET
    @Produces(CSV + ";qs=0.5") // who names no type gets JSON
    @Operation(summary = "The whole report as CSV, as it is read")
    public Response reportAsCsv(@RestPath UUID settlementId) {
        Run run = settlements.getFinished(caller, settlementId).run();
        Object body =
                switch (run.kind()) {
                    case OPERATOR_DRIVER ->
                        (StreamingOutput) out -> {
                            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                                writeItems(run, writer);
                            }
                        };
                    case TENANT -> ReportCsv.books(settlements.books(run));
                };
        String name = "settlement-%s-%s.csv".formatted(run.day(), run.kind());
        return Response.ok(body, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }

    /** However many lines there are, only a page of them is in memory. */
    private void writeItems(Run run, Writer writer) throws IOException {
        writer.write(ReportCsv.ITEM_HEADER);
        long after = 0;
        List<Item> page;
        do {
            page = settlements.items(caller, run, after, LARGEST_LIMIT);
            for (Item item : page) {
                writer.write(ReportCsv.item(ItemView.of(item)));
                after = item.day().accountId();
            }
        } while (page.size() == LARGEST_LIMIT);
    }
}
