package rw.ishemalink.booking.quote.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.booking.quote.QuoteDesk;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Prices. */
@Path("/api/quotes")
@RunOnVirtualThread
@RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT})
public class QuotesResource {

    private final QuoteDesk desk;
    private final Caller caller;

    QuotesResource(QuoteDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "What a journey costs; the quote is the final price and can be booked while it is valid")
    public QuoteView quote(@NotNull @Valid QuoteRequest request) {
        return QuoteView.of(desk.quote(caller, request));
    }

    @GET
    @Path("{quoteId}")
    @Operation(summary = "The caller's own quote as it was made, also when it can no longer be booked")
    public QuoteView get(@RestPath UUID quoteId) {
        return QuoteView.of(desk.getQuote(caller, quoteId));
    }
}
