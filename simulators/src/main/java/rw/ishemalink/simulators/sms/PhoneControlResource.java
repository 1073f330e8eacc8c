package rw.ishemalink.simulators.sms;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;
import rw.ishemalink.simulators.WorldClock;

/** Tells what becomes of messages to a number. */
@Path("/control")
@Tag(name = "Control")
public class PhoneControlResource {

    /** A status code of {@link Delivery}, such as 407. */
    public record RecipientOrder(int statusCode) {}

    /** A text that a phone sends; without an id it has a new one. */
    public record SentText(
            String from, String to, String text, @Nullable String id) {}

    /** What the account's owner answered; null when nobody did. */
    public record Passed(String id, @Nullable Integer httpStatus) {}

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Phones phones;
    private final SmsCallbacks callbacks;
    private final WorldClock clock;

    public PhoneControlResource(Phones phones, SmsCallbacks callbacks, WorldClock clock) {
        this.phones = phones;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @PUT
    @Path("/sms/reports/{number}")
    @Operation(summary = "What is reported of messages to this number: Success, Failed, Rejected … or Never")
    public PhoneReport report(@RestPath String number, @Nullable PhoneReport body) {
        PhoneReport report = Problem.required(body);
        if (!report.isKnown()) {
            throw Problem.refusal(400, "status must be one of Africa's Talking, such as Success or Failed, or Never");
        }
        phones.tell(number, report);
        return report;
    }

    @POST
    @Path("/sms/texts")
    @Operation(summary = "A phone sends a text to our number; the same id again is the same text again")
    public Uni<Passed> send(@Nullable SentText body) {
        SentText text = Problem.required(body);
        String id =
                Objects.requireNonNullElseGet(text.id(), () -> UUID.randomUUID().toString());
        return Uni.createFrom()
                .completionStage(callbacks.text(id, text.from(), text.to(), text.text(), DATE.format(clock.instant())))
                .map(status -> new Passed(id, status.orElse(null)));
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
