package rw.ishemalink.simulators.ussd;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;

/** Phones that dial, in the browser ({@code /ussd.html}) or in a test. */
@Path("/ussd")
@Tag(name = "USSD")
@Blocking
public class UssdResource {

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final long LONGEST_DELAY_MILLIS = 60_000;

    private final UssdNetwork network;

    public UssdResource(UssdNetwork network) {
        this.network = network;
    }

    /** Who dials. */
    public record Dialling(
            @Nullable String phone,
            @Nullable NetworkFault fault,
            @Nullable Long delayMillis) {}

    /** What is typed. */
    public record Typed(
            @Nullable String input,
            @Nullable NetworkFault fault,
            @Nullable Long delayMillis) {}

    @GET
    @Operation(summary = "The phone in the browser")
    public Response page() {
        return Response.seeOther(URI.create("/ussd.html")).build();
    }

    @POST
    @Path("sessions")
    @Operation(summary = "Dial the service code; phone is +2507…")
    public PhoneScreen dial(@Nullable Dialling wanted) {
        Dialling dialling = Problem.required(wanted);
        String phone = dialling.phone();
        if (phone == null || !NUMBER.matcher(phone).matches()) {
            throw Problem.refusal(400, "phone is a number like +250788123456");
        }
        return network.dial(phone, fault(dialling.fault()), delay(dialling.delayMillis()));
    }

    @POST
    @Path("sessions/{sessionId}/inputs")
    @Operation(summary = "Type something and send it")
    public PhoneScreen type(@RestPath String sessionId, @Nullable Typed wanted) {
        Typed typed = Problem.required(wanted);
        Dialled session =
                network.findOpen(sessionId).orElseThrow(() -> Problem.refusal(404, "no session of that id is open"));
        String input = typed.input() == null ? "" : typed.input();
        return network.type(session, input, fault(typed.fault()), delay(typed.delayMillis()));
    }

    private static NetworkFault fault(@Nullable NetworkFault wanted) {
        return wanted == null ? NetworkFault.NONE : wanted;
    }

    private static long delay(@Nullable Long wanted) {
        return wanted == null ? 0 : Math.clamp(wanted, 0, LONGEST_DELAY_MILLIS);
    }
}
