package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** One booking from quote to end, as its people move it. Every action may be repeated after a lost answer. */
public final class Journey {

    private final StoryContext context;
    private final Timeline timeline;
    private final Person sender;
    private final String bookingId;
    private final String trackingCode;

    private Journey(StoryContext context, Timeline timeline, Person sender, JsonNode booking) {
        this.context = context;
        this.timeline = timeline;
        this.sender = sender;
        this.bookingId = booking.path("bookingId").asText();
        this.trackingCode = booking.path("trackingCode").asText();
    }

    /** Asks for a quote and books at that price. */
    static Journey book(
            StoryContext context, Timeline timeline, Person sender, Map<String, ?> wish, Map<String, ?> details) {
        Map<String, Object> booking = new HashMap<>(details);
        booking.put("quoteId", quote(sender, wish));
        booking.put("syncId", UUID.randomUUID().toString());
        JsonNode booked = sender.phone().post("/api/bookings", booking);
        Journey journey = new Journey(context, timeline, sender, booked);
        timeline.say(
                sender.name(),
                "books %s → %s for RWF %,d"
                        .formatted(
                                booked.at("/origin/label").asText(),
                                booked.at("/destination/label").asText(),
                                booked.at("/price/total").asLong()),
                journey.trackingCode + " " + journey.status());
        return journey;
    }

    /** Asks what it costs; answers the quote's id. */
    static String quote(Person sender, Map<String, ?> wish) {
        return sender.phone().post("/api/quotes", wish).path("quoteId").asText();
    }

    public String bookingId() {
        return bookingId;
    }

    /** The booking as the sender sees it. */
    public JsonNode booking() {
        return sender.phone().get("/api/bookings/" + bookingId);
    }

    public String status() {
        return booking().path("status").asText();
    }

    /** The changes so far, in order. */
    public List<String> listChanges() {
        return sender.phone().get("/api/bookings/" + bookingId + "/history").findValuesAsText("change");
    }

    public Journey confirm() {
        return act(sender, "confirms; the phone is asked to pay", "confirm", Map.of(), "CONFIRMED", "PAID");
    }

    /** Waits until the money moved and the tax receipt is there. */
    public Journey awaitReceipt() {
        JsonNode booking = new Patience(context.patience())
                .await("the receipt of " + trackingCode, () -> Optional.of(booking())
                        .filter(b -> b.path("receipt").hasNonNull("number")));
        timeline.say(
                "MTN, RRA", "paid; receipt " + booking.at("/receipt/number").asText(), state());
        return this;
    }

    /** A dispatcher asks for the driver and waits for compliance to clear it. */
    public Journey assign(Person dispatcher, Driver driver) {
        askFor(dispatcher, driver);
        awaitStatus("ASSIGNED");
        timeline.say("Compliance", "licences valid, %s cleared".formatted(driver.plate()), state());
        return this;
    }

    /** A dispatcher asks for the driver and waits for compliance to refuse; answers why. */
    public String assignInVain(Person dispatcher, Driver driver) {
        askFor(dispatcher, driver);
        String reason = new Patience(context.patience()).await("a refusal", () -> Optional.of(
                        booking().path("lastRefusal").asText())
                .filter(text -> !text.isEmpty() && !"null".equals(text)));
        timeline.say("Compliance", "refuses: " + reason, state());
        return reason;
    }

    /** A dispatcher asks for the driver, again while booking has not heard of a new one; compliance decides later. */
    public Journey askFor(Person dispatcher, Driver driver) {
        return new Patience(context.patience())
                .await(driver.person().name() + " to be known", () -> askOnce(dispatcher, driver));
    }

    private Optional<Journey> askOnce(Person dispatcher, Driver driver) {
        String what = "asks for " + driver.person().name();
        try {
            return Optional.of(act(dispatcher, what, "assign", Map.of("driverId", driver.driverId()), asked(driver)));
        } catch (RefusedException e) {
            if (e.type().endsWith(":no-active-driver")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Predicate<JsonNode> asked(Driver driver) {
        return booking ->
                driver.driverId().equals(booking.at("/assignment/driverId").asText());
    }

    /** The driver takes the ride. */
    public Journey accept(Driver driver) {
        act(driver.person(), "takes the ride", "accept", Map.of(), asked(driver));
        awaitStatus("ASSIGNED");
        timeline.say("Compliance", "paid, receipted, licences valid", state());
        return this;
    }

    public Journey pickUp(Driver driver) {
        return act(driver.person(), "picks up", "pickup", Map.of(), "IN_TRANSIT");
    }

    public Journey arriveAtBorder(Person inspector, String reason) {
        return act(inspector, "holds at the border", "border/arrive", Map.of("reason", reason), "AT_BORDER");
    }

    public Journey clearBorder(Person inspector) {
        return act(inspector, "clears the border", "border/clear", Map.of(), "IN_TRANSIT");
    }

    public Journey deliver(Driver driver) {
        return act(driver.person(), "delivers", "deliver", Map.of(), "DELIVERED");
    }

    public Journey cancel(String reason) {
        return act(sender, "cancels: " + reason, "cancel", Map.of("reason", reason), "CANCELLED");
    }

    /** Waits until the booking has that status. */
    public Journey awaitStatus(String status) {
        new Patience(context.patience())
                .await("%s to be %s".formatted(trackingCode, status), () -> Optional.of(status())
                        .filter(status::equals));
        return this;
    }

    /** Says what happened meanwhile. */
    Journey tell(String who, String what) {
        timeline.say(who, what, state());
        return this;
    }

    private Journey act(Person person, String what, String action, Map<String, ?> body, String... done) {
        return act(person, what, action, body, booking -> List.of(done)
                .contains(booking.path("status").asText()));
    }

    private Journey act(Person person, String what, String action, Map<String, ?> body, Predicate<JsonNode> isDone) {
        try {
            person.phone().post("/api/bookings/" + bookingId + "/" + action, body);
        } catch (RefusedException e) {
            // The first answer was lost on the way and the action is already done: that is what was wanted.
            if (e.status() != 409 || !isDone.test(booking())) {
                throw e;
            }
        }
        timeline.say(person.name(), what, state());
        return this;
    }

    private String state() {
        return trackingCode + " " + status();
    }
}
