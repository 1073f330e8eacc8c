package rw.ishemalink.simulators.sms;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;

/** Tells what becomes of messages to a number. */
@Path("/control")
@Tag(name = "Control")
public class PhoneControlResource {

    /** A status code of {@link Delivery}, such as 407. */
    public record RecipientOrder(int statusCode) {}

    private final Phones phones;

    public PhoneControlResource(Phones phones) {
        this.phones = phones;
    }

    @PUT
    @Path("/sms/recipients/{number}")
    @Operation(summary = "Answer messages to this number (+2507…) with a status code from now on")
    public Map<String, String> tell(@RestPath String number, @Nullable RecipientOrder body) {
        Delivery delivery = Delivery.find(Problem.required(body).statusCode())
                .orElseThrow(
                        () -> Problem.refusal(400, "statusCode must be one of Africa's Talking, such as 101 or 407"));
        phones.tell(number, delivery);
        return Map.of("number", number, "status", delivery.label());
    }
}
