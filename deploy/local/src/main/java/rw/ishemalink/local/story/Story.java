package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The six chapters: potatoes, coffee, a ride, a load that is followed on a link, a dispatch that the law forbids, a payment
 * that never comes. Each can be played alone and again.
 */
public final class Story {

    private static final Point NYAMAGABE = new Point(-2.4114, 29.4699, "Nyamagabe");
    private static final Point HUYE = new Point(-2.5246, 29.7088, "Huye");
    private static final Point KIGALI_CENTRE = new Point(-1.9441, 30.0619, "Kigali Centre");

    private static final Point MARKET = new Point(-1.9560, 30.0440, "Kimisagara market");

    /** 200 m from there, some seconds in a truck. */
    private static final Point SHOP = new Point(-1.9544, 30.0449, "a shop in Kimisagara");

    private static final String NYARUGENGE = "11";

    private static final Map<String, ?> POTATOES = Map.of(
            "kind",
            "CARGO_DOMESTIC",
            "origin",
            Map.of("district", "25"),
            "destination",
            Map.of("district", NYARUGENGE),
            "commodity",
            "irish-potatoes",
            "weightKg",
            1_500,
            "packages",
            30);

    private final StoryContext context;
    private final Timeline timeline;
    private final World world;
    private final Cast cast;
    private final Person dispatcher;
    private final Person inspector;
    private final Person auditor;

    /** Gathers the cast: logs staff in, registers an operator. */
    public Story(StoryContext context) {
        this.context = context;
        this.timeline = new Timeline(context.printer());
        this.world = new World(context);
        this.cast = new Cast(context, world);
        this.dispatcher = cast.staff("Dispatcher", "DISPATCHER");
        this.inspector = cast.staff("Inspector", "CUSTOMS_INSPECTOR");
        this.auditor = cast.staff("Auditor", "AUDITOR");
    }

    public Timeline timeline() {
        return timeline;
    }

    public Cast cast() {
        return cast;
    }

    public World world() {
        return world;
    }

    public Person dispatcher() {
        return dispatcher;
    }

    public Person auditor() {
        return auditor;
    }

    /** A farmer's potatoes to the capital. */
    public Journey potatoesFromNyamagabeToKigali() {
        timeline.chapter("Potatoes, Nyamagabe → Kigali");
        Driver driver = cast.truckDriver("Truck driver");
        goOnDuty(driver, NYAMAGABE);
        Person farmer = cast.sender("Farmer");
        return bookPotatoes(farmer)
                .confirm()
                .awaitReceipt()
                .assign(dispatcher, driver)
                .pickUp(driver)
                .deliver(driver)
                .rate(4)
                .awaitRating(driver);
    }

    /** Coffee across the border, with manifest and inspection. */
    public Journey coffeeFromHuyeToKampala() {
        timeline.chapter("Coffee, Huye → Kampala by Gatuna");
        Driver driver = cast.truckDriver("Export driver");
        goOnDuty(driver, HUYE);
        Person exporter = cast.sender("Exporter");
        Journey coffee = Journey.book(
                context,
                timeline,
                world,
                exporter,
                Optional.of(cast.receiver("Receiver")),
                Map.of(
                        "kind",
                        "CARGO_INTERNATIONAL",
                        "origin",
                        Map.of("district", "24"),
                        "destination",
                        Map.of("country", "UG", "label", "Kampala"),
                        "borderPost",
                        "Gatuna",
                        "commodity",
                        "coffee",
                        "weightKg",
                        12_000,
                        "packages",
                        200),
                Map.of("consignee", Map.of("name", "Kampala Roasters Ltd", "address", "6 Port Bell Road, Kampala")));
        int number = ThreadLocalRandom.current().nextInt(10_000_000);
        coffee.confirm()
                .awaitReceipt()
                .seal("RCTG/RW/2026/%07d".formatted(number), "ITZ-%07d".formatted(number))
                .assign(dispatcher, driver)
                .pickUp(driver);
        coffee.tell(
                "Compliance",
                "customs manifest of %d characters".formatted(manifest(coffee).length()));
        return coffee.arriveAtBorder(inspector, "seal check")
                .hold(inspector, "the seal is to be compared with the manifest")
                .release(inspector, "seal intact")
                .clearBorder(inspector)
                .deliver(driver)
                .rate(5)
                .awaitRating(driver);
    }

    /** A moto across Kigali, paid by Airtel: the nearest driver is offered it and accepts while the money is on its way. */
    public Journey motoRideInKigali() {
        timeline.chapter("A moto ride in Kigali");
        Driver driver = cast.motoDriver("Moto driver");
        goOnDuty(driver, KIGALI_CENTRE);
        Person passenger = cast.senderAtAirtel("Passenger");
        Map<String, ?> wish = Map.of(
                "kind",
                "RIDE",
                "origin",
                KIGALI_CENTRE.toPlace(),
                "destination",
                new Point(-1.9686, 30.1395, "Kigali Airport").toPlace());
        return Journey.book(context, timeline, world, passenger, Optional.empty(), wish, Map.of())
                .confirm()
                .awaitOffer(driver, KIGALI_CENTRE)
                .accept(driver)
                .pickUp(driver)
                .deliver(driver)
                .rate(5)
                .awaitRating(driver)
                .payOut(driver);
    }

    /** A load across town: the driver's phone has Traccar Client, and the receiver follows it on the sender's link. */
    public TrackedTrip potatoesFollowedOnALink() {
        timeline.chapter("Potatoes across Kigali, followed on a link");
        TrackedTruck truck = trackedTruck(MARKET, TraccarPhone.Version.JSON);
        Journey potatoes = bookPotatoesAcrossTown(cast.sender("Farmer"), MARKET, SHOP)
                .confirm()
                .awaitReceipt()
                .assign(dispatcher, truck.driver());
        TrackedTrip trip = track(potatoes);
        TrackedTrip.Link link = trip.share();
        potatoes.tell(potatoes.sender().name(), "shares " + link.page()).pickUp(truck.driver());
        truck.drive().goTo(SHOP);
        Instant there = truck.arrive().at();
        JsonNode seen = trip.awaitShared(cast.receiver("Receiver").phone(), link, shared -> there.toString()
                .equals(shared.at("/position/recordedAt").asText()));
        potatoes.tell(
                        "Receiver",
                        "sees on the link that it is in "
                                + seen.at("/position/near/name").asText())
                .deliver(truck.driver());
        JsonNode track = trip.awaitTrack(truck.drain().size()).path("properties");
        potatoes.tell(
                "Tracking",
                "keeps where it was: %d fixes, %.2f km"
                        .formatted(
                                track.path("fixes").asInt(),
                                track.path("distanceMetres").asLong() / 1_000.0));
        return trip;
    }

    /**
     * A dispatch that the law forbids: the driver's authorisation has expired. The goods stay, another driver may come. Who
     * had none from the beginning is not taken in at all.
     */
    public Journey refusedDispatch() {
        timeline.chapter("A driver whose authorisation has expired");
        Person farmer = cast.sender("Farmer");
        Driver unauthorised = cast.truckDriverWithoutAuthorisation("Applicant");
        cast.awaitStatus(unauthorised, "REJECTED");
        timeline.say(
                "Compliance",
                "refuses who is not authorised: "
                        + cast.application(unauthorised)
                                .at("/check/refusals/0/text")
                                .asText(),
                unauthorised.plate());
        Driver expired = cast.truckDriverWhoseAuthorisationEnded("Expired driver");
        Journey potatoes = bookPotatoes(farmer).confirm().awaitReceipt();
        potatoes.assignInVain(dispatcher, expired);
        cast.awaitStatus(expired, "REJECTED");
        timeline.say("Identity", "takes %s out".formatted(expired.person().name()), expired.plate());
        return potatoes;
    }

    /** A payer who never answers: the booking fails by itself and the sender is told. */
    public Journey paymentThatNeverComes() {
        timeline.chapter("A payment that never comes");
        Person farmer = cast.sender("Farmer");
        world.payerIsSilent(farmer.number());
        int before = world.countSms(farmer.number());
        Journey potatoes = bookPotatoes(farmer).confirm().awaitStatus("FAILED");
        String sms = new Patience(context.patience())
                .await("the SMS to try again", () -> world.listSms(farmer.number()).stream()
                        .skip(before)
                        .findFirst());
        return potatoes.tell("SMS", sms);
    }

    /** Books 1,500 kg of potatoes at the quoted price, for somebody who gets the delivery code by SMS. */
    public Journey bookPotatoes(Person farmer) {
        return Journey.book(
                context, timeline, world, farmer, Optional.of(cast.receiver("Receiver")), POTATOES, Map.of());
    }

    /** Books 300 kg of potatoes within Kigali's district of Nyarugenge, from one place that is known as a point to another. */
    public Journey bookPotatoesAcrossTown(Person farmer, Point origin, Point destination) {
        Map<String, ?> wish = Map.of(
                "kind",
                "CARGO_DOMESTIC",
                "origin",
                origin.toPlace(NYARUGENGE),
                "destination",
                destination.toPlace(NYARUGENGE),
                "commodity",
                "irish-potatoes",
                "weightKg",
                300,
                "packages",
                6);
        return Journey.book(context, timeline, world, farmer, Optional.of(cast.receiver("Receiver")), wish, Map.of());
    }

    /** A new truck with its driver, whose phone reports where it is. */
    public TrackedTruck trackedTruck(Point at, TraccarPhone.Version version) {
        Driver driver = cast.truckDriver("Truck driver");
        return new TrackedTruck(context, driver, registerPhone(driver, version), at);
    }

    /** What is known of where it is. */
    public TrackedTrip track(Journey journey) {
        return new TrackedTrip(context, journey);
    }

    /** The driver's phone gets an app that reports positions, once tracking has heard of the driver. */
    public TraccarPhone registerPhone(Driver driver, TraccarPhone.Version version) {
        return new Patience(context.patience())
                .await(
                        "%s to be tracked".formatted(driver.person().name()),
                        () -> RefusedException.unless(
                                refused -> refused.isOf("no-vehicle"),
                                () -> TraccarPhone.register(driver.person(), version, context.patience())));
    }

    /** The driver wants work, and says where from. */
    private void goOnDuty(Driver driver, Point at) {
        driver.goOnDuty();
        new Patience(context.patience())
                .await("%s to be tracked".formatted(driver.person().name()), () -> Optional.of(driver.stayAt(at))
                        .filter(Boolean::booleanValue));
        timeline.say(driver.person().name(), "goes on duty near " + at.label(), driver.plate());
    }

    /** Asks what 1,500 kg of potatoes cost; answers the quote's id. */
    public String quotePotatoes(Person farmer) {
        return Journey.quote(farmer, POTATOES);
    }

    /** The receipt as compliance keeps it. */
    public JsonNode receipt(Journey journey) {
        return auditor.phone().get("/api/compliance/bookings/" + journey.bookingId() + "/receipt");
    }

    /** The customs manifest, XML. */
    public String manifest(Journey journey) {
        return new Patience(context.patience()).await("the manifest", () -> {
            try {
                return Optional.of(
                        inspector.phone().getText("/api/compliance/bookings/" + journey.bookingId() + "/manifest"));
            } catch (RefusedException notYet) {
                return Optional.empty();
            }
        });
    }

    /** The ledger of the tenant: difference must be zero. */
    public JsonNode ledger() {
        return auditor.phone().get("/api/payments/ledger/balance");
    }

    /** Drivers by deliveries, the best first. */
    public JsonNode leaderboard() {
        return auditor.phone().get("/api/analytics/drivers/leaderboard?limit=5");
    }

    /** Bookings that broke the law of dispatch, as the stream checker counts them: there must be none. */
    public JsonNode violations() {
        return auditor.phone().get("/api/analytics/compliance/violations");
    }

    /** Whether the tenant's audit trail is what it was when each event was put on it. */
    public JsonNode verifyTrail() {
        return auditor.phone().get("/api/audit/verify");
    }

    /** Every event about a booking, from one audit trail. */
    public JsonNode auditTrail(Journey journey) {
        return auditor.phone().get("/api/audit/bookings/" + journey.bookingId());
    }
}
