package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** One booking from quote to end, as its people move it. Every action may be repeated after a lost answer. */
public final class Journey {

    /** A search that began before dispatch had heard of the driver finds nobody and pauses for a minute. */
    private static final Duration PAUSE_OF_SEARCH = Duration.ofMinutes(1);

    private final StoryContext context;
    private final Timeline timeline;
    private final World world;
    private final Person sender;
    private final Optional<Person> receiver;
    private final String bookingId;
    private final String trackingCode;

    private Journey(
            StoryContext context,
            Timeline timeline,
            World world,
            Person sender,
            Optional<Person> receiver,
            JsonNode booking) {
        this.context = context;
        this.timeline = timeline;
        this.world = world;
        this.sender = sender;
        this.receiver = receiver;
        this.bookingId = booking.path("bookingId").asText();
        this.trackingCode = booking.path("trackingCode").asText();
    }

    /**
     * Asks for a quote and books at that price.
     *
     * @param receiver who takes the goods and gets the code for it by SMS; empty for a ride
     */
    static Journey book(
            StoryContext context,
            Timeline timeline,
            World world,
            Person sender,
            Optional<Person> receiver,
            Map<String, ?> wish,
            Map<String, ?> details) {
        Map<String, Object> booking = new HashMap<>(details);
        receiver.ifPresent(person -> booking.put("receiver", Map.of("name", person.name(), "phone", person.number())));
        booking.put("quoteId", quote(sender, wish));
        booking.put("syncId", UUID.randomUUID().toString());
        JsonNode booked = sender.phone().post("/api/bookings", booking);
        Journey journey = new Journey(context, timeline, world, sender, receiver, booked);
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

    /** Who booked it. */
    public Person sender() {
        return sender;
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
                provider() + ", RRA",
                "paid; receipt " + booking.at("/receipt/number").asText(),
                state());
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
        return RefusedException.unless(
                refused -> refused.isOf("no-active-driver"),
                () -> act(dispatcher, what, "assign", Map.of("driverId", driver.driverId()), asked(driver)));
    }

    private static Predicate<JsonNode> asked(Driver driver) {
        return booking ->
                driver.driverId().equals(booking.at("/assignment/driverId").asText());
    }

    /** Waits, staying at that point, until the driver may take the booking. */
    public Journey awaitOffer(Driver driver, Point at) {
        JsonNode offer = new Patience(context.patience().plus(PAUSE_OF_SEARCH))
                .await(
                        "an offer of %s to %s"
                                .formatted(trackingCode, driver.person().name()),
                        () -> {
                            driver.stayAt(at);
                            return driver.findOffer(bookingId);
                        });
        Duration left = Duration.between(
                Instant.now(), Instant.parse(offer.path("expiresAt").asText()));
        timeline.say(
                "Dispatch",
                "offers it to %s, to answer within %d s"
                        .formatted(driver.person().name(), left.toSeconds() + 1),
                state());
        return this;
    }

    /** The driver takes what was offered. */
    public Journey accept(Driver driver) {
        act(driver.person(), "takes the ride", "accept", Map.of(), asked(driver));
        awaitStatus("ASSIGNED");
        timeline.say("Compliance", "paid by %s, receipted, licences valid".formatted(provider()), state());
        return this;
    }

    public Journey pickUp(Driver driver) {
        return act(driver.person(), "picks up", "pickup", Map.of(), "IN_TRANSIT");
    }

    /** The exporter gives the number of the transit guarantee, and closes the load with a seal. */
    Journey seal(String carnet, String number) {
        sender.phone().put("/api/bookings/" + bookingId + "/carnet", Map.of("reference", carnet));
        Map<String, String> seal = Map.of("number", number, "kind", "CARRIER");
        return act(
                sender,
                "gives carnet %s and puts on seal %s".formatted(carnet, number),
                "seals",
                seal,
                booking ->
                        booking.at("/export/seals").findValuesAsText("number").contains(number));
    }

    /** Customs keep it, until {@link #release}. */
    Journey hold(Person inspector, String reason) {
        return act(inspector, "holds it: " + reason, "border/hold", Map.of("reason", reason), booking -> booking.at(
                        "/export/holds")
                .findValuesAsText("reason")
                .contains(reason));
    }

    /** The reason to keep it is gone. */
    Journey release(Person inspector, String reason) {
        String holdId = booking().at("/export/holds/0/holdId").asText();
        return act(
                inspector,
                "releases it: " + reason,
                "border/holds/" + holdId + "/release",
                Map.of("reason", reason),
                booking -> booking.at("/export/holds/0").hasNonNull("released"));
    }

    public Journey arriveAtBorder(Person inspector, String reason) {
        return act(
                inspector,
                "sees it arrive at the border: " + reason,
                "border/arrive",
                Map.of("reason", reason),
                "AT_BORDER");
    }

    public Journey clearBorder(Person inspector) {
        return act(inspector, "clears the border", "border/clear", Map.of(), "IN_TRANSIT");
    }

    /** The driver hands over: goods against the code that the receiver got by SMS, a passenger just so. */
    public Journey deliver(Driver driver) {
        return receiver.map(person -> deliverTo(person, driver))
                .orElseGet(() -> act(driver.person(), "delivers", "deliver", Map.of(), "DELIVERED"));
    }

    private Journey deliverTo(Person person, Driver driver) {
        String code = world.awaitCode(person.number(), 0);
        timeline.say(person.name(), "has the code by SMS and tells it to the driver", state());
        return act(driver.person(), "delivers against the code", "deliver", Map.of("code", code), "DELIVERED");
    }

    /** The driver handed over then, without network against the code that the receiver had, and the app sends it now. */
    public Journey sendDelivery(Driver driver, Instant then) {
        String code = world.awaitCode(receiver.orElseThrow().number(), 0);
        Map<String, ?> delivery = Map.of(
                "type",
                "DELIVER",
                "syncId",
                UUID.randomUUID().toString(),
                "clientTime",
                then.toString(),
                "bookingId",
                bookingId,
                "code",
                code);
        driver.person().phone().post("/api/sync", Map.of("device", "the driver's", "actions", List.of(delivery)));
        awaitStatus("DELIVERED");
        return tell(driver.person().name(), "delivered against the code, and says so now");
    }

    /** The sender says what the driver was like, 1 to 5 stars. */
    public Journey rate(int stars) {
        return act(
                sender,
                "gives the driver %d stars".formatted(stars),
                "rating",
                Map.of("stars", stars),
                booking -> booking.path("stars").asInt() == stars);
    }

    /** Waits until the driver has heard of the first rating, and ends the driver's shift. */
    public Journey awaitRating(Driver driver) {
        JsonNode rating = new Patience(context.patience())
                .await("the rating of " + driver.person().name(), driver::findRating);
        driver.goOffDuty();
        timeline.say(
                driver.person().name(),
                "goes off duty with %s stars of %d rating"
                        .formatted(
                                rating.path("average").asText(),
                                rating.path("count").asLong()),
                state());
        return this;
    }

    /** The driver asks for what the journey earned, and waits until it is on the phone. */
    public Journey payOut(Driver driver) {
        String syncId = UUID.randomUUID().toString();
        Patience patience = new Patience(context.patience());
        JsonNode asked = patience.await("something to be owed", () -> driver.askForPay(syncId));
        String payout = "/api/payments/payouts/" + asked.path("payoutId").asText();
        JsonNode paid = patience.await("the money of " + driver.person().name(), () -> Optional.of(
                        driver.person().phone().get(payout))
                .filter(one -> one.path("status").asText().equals("SUCCEEDED")));
        timeline.say(
                paid.path("provider").asText(),
                "pays RWF %,d out to %s"
                        .formatted(paid.path("amount").asLong(), driver.person().name()),
                state());
        return this;
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

    /** Who carried the money. */
    private String provider() {
        return sender.phone()
                .get("/api/payments?bookingId=" + bookingId)
                .path("provider")
                .asText();
    }

    private String state() {
        return trackingCode + " " + status();
    }
}
