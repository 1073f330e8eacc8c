package rw.ishemalink.identity.kyc.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.identity.kyc.Identification;
import rw.ishemalink.kit.caller.Caller;

/** The caller's own identity document. */
@Path("/api/auth/me/document")
@Tag(name = "people")
@Authenticated
public class OwnDocumentResource {

    private final Identification identification;
    private final Caller caller;

    OwnDocumentResource(Identification identification, Caller caller) {
        this.identification = identification;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My identity document, its number by the last three")
    @APIResponse(responseCode = "200", description = "The document, and how far it is seen and confirmed")
    @APIResponse(responseCode = "404", description = "None was handed in")
    public DocumentView get() {
        return DocumentView.of(identification.get(caller));
    }

    @PUT
    @Operation(summary = "Hand in my identity document; show it to staff next")
    @APIResponse(responseCode = "200", description = "Handed in; another than before makes the level PHONE again")
    @APIResponse(responseCode = "400", description = "The number is none, or the document is over")
    public DocumentView put(@NotNull @Valid DocumentRequest request) {
        return DocumentView.of(identification.give(
                caller, request.kind(), DocumentRequest.number(request.number()), request.validUntil()));
    }
}
