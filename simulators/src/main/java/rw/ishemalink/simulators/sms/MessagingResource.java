package rw.ishemalink.simulators.sms;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Agenda;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Sends one text to many numbers; 201, and a status for each of them. */
@Path("/sms/version1/messaging")
@Tag(name = "SMS")
@Outside(OutsideSystem.SMS)
public class MessagingResource {

    private static final int COST_RWF = 10;
    private static final String NO_MESSAGE = "None";
    private static final String USUAL_SENDER = "AFRICASTKNG";
    /** An alphanumeric sender has at most 11 characters (GSM 03.40). */
    private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9 ]{1,11}");

    private final Phones phones;
    private final SmsConfig config;
    private final WorldClock clock;
    private final Agenda agenda;
    private final SmsCallbacks callbacks;

    public MessagingResource(Phones phones, SmsConfig config, WorldClock clock, Agenda agenda, SmsCallbacks callbacks) {
        this.agenda = agenda;
        this.callbacks = callbacks;
        this.phones = phones;
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send an SMS; to is a list with commas, numbers as +2507…")
    public Response send(
            @RestHeader("apiKey") @Nullable String apiKey,
            @RestForm @Nullable String username,
            @RestForm @Nullable String to,
            @RestForm @Nullable String message,
            @RestForm @Nullable String from) {
        if (!config.apiKey().equals(apiKey) || !config.username().equals(username)) {
            throw new WebApplicationException(SmsDialect.text(401, "The supplied authentication is invalid"));
        }
        if (to == null || to.isBlank() || message == null || message.isEmpty()) {
            throw new WebApplicationException(
                    SmsDialect.text(400, "Request is missing required form field to or message"));
        }
        if (from != null && !SENDER.matcher(from).matches()) {
            return created(new SmsAnswer.Data(Delivery.INVALID_SENDER_ID.label(), List.of()));
        }
        String sender = from == null ? USUAL_SENDER : from;
        return created(summary(Arrays.stream(to.split(",", -1))
                .map(number -> deliver(number.strip(), sender, message))
                .toList()));
    }

    private SmsAnswer.Recipient deliver(String number, String from, String message) {
        Delivery delivery = phones.delivery(number);
        if (!delivery.arrives()) {
            return new SmsAnswer.Recipient(delivery.code(), number, delivery.label(), "0", NO_MESSAGE);
        }
        String id = "ATXid_" + UUID.randomUUID().toString().replace("-", "");
        phones.receive(new TextMessage(clock.instant(), number, from, message, id));
        PhoneReport report = phones.report(number);
        if (!report.status().equals(PhoneReport.NEVER)) {
            agenda.at(clock.instant(), () -> callbacks.report(id, number, report));
        }
        return new SmsAnswer.Recipient(delivery.code(), number, delivery.label(), "RWF " + COST_RWF + ".0000", id);
    }

    private static SmsAnswer.Data summary(List<SmsAnswer.Recipient> recipients) {
        long sent = recipients.stream()
                .filter(recipient -> !recipient.messageId().equals(NO_MESSAGE))
                .count();
        String text = "Sent to %d/%d Total Cost: RWF %d.0000".formatted(sent, recipients.size(), sent * COST_RWF);
        return new SmsAnswer.Data(text, recipients);
    }

    private static Response created(SmsAnswer.Data data) {
        return Response.status(Response.Status.CREATED)
                .entity(new SmsAnswer(data))
                .build();
    }
}
