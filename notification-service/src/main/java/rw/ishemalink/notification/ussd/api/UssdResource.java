package rw.ishemalink.notification.ussd.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.inbound.api.CallbackGuard;
import rw.ishemalink.notification.ussd.Callback;
import rw.ishemalink.notification.ussd.PhoneNumber;
import rw.ishemalink.notification.ussd.UssdDesk;

/** Callbacks of the USSD gateway (Africa's Talking, "Handling USSD sessions"). */
@Path("/ussd/{secret}")
@Tag(name = "Callbacks")
@PermitAll
@RunOnVirtualThread
public class UssdResource {

    private final UssdDesk desk;
    private final CallbackGuard guard;

    UssdResource(UssdDesk desk, CallbackGuard guard) {
        this.desk = desk;
        this.guard = guard;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The next screen for an input; sent again, the same one",
            description =
                    "The answer begins with CON, and the session goes on, or END. A result that takes longer than the"
                            + " network waits comes by SMS.")
    @APIResponse(responseCode = "200", description = "The screen, at most 160 characters behind CON or END")
    @APIResponse(responseCode = "400", description = "No callback of a USSD gateway")
    @APIResponse(responseCode = "403", description = "Not from an address of the provider")
    @APIResponse(responseCode = "404", description = "The secret is wrong, or the session is another phone's")
    public String hear(
            @RestPath String secret,
            @RestForm @NotNull @Size(min = 1, max = 100) String sessionId,
            @RestForm @Size(max = 20) @Nullable String serviceCode,
            @RestForm @NotNull @Size(max = 20) String phoneNumber,
            @RestForm @Size(max = 1_000) @Nullable String text,
            @Context HttpServerRequest request) {
        guard.check(secret, request);
        Optional<String> phone = PhoneNumber.read(phoneNumber);
        return phone.map(number -> desk.answer(new Callback(sessionId, number, text == null ? "" : text)))
                .orElseGet(UssdDesk::notServed);
    }
}
