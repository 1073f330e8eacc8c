package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Everybody who takes part, made ready: staff with their roles, an operator, drivers with papers. */
public final class Cast {

    private static final List<String> TRUCK_CATEGORIES = List.of("B", "C");

    private final StoryContext context;
    private final World world;
    private final Person admin;
    private final Person secondAdmin;
    private final String operatorId;
    private final LocalDate nextYear = LocalDate.now(ZoneOffset.UTC).plusYears(1);

    /** Logs the administrators in and registers an operator that RURA has licensed. */
    public Cast(StoryContext context, World world) {
        this.context = context;
        this.world = world;
        this.admin = Person.administrator(context, world);
        this.secondAdmin = Person.secondAdministrator(context, world);
        this.operatorId = registerOperator("Ituze Transport");
    }

    private String registerOperator(String name) {
        String tin =
                Lots.draw(() -> "1%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
        String id = admin.phone()
                .post("/api/fleet/operators", Map.of("name", name, "tin", tin))
                .path("operatorId")
                .asText();
        world.licenseOperator(tin, nextYear);
        return id;
    }

    public Person admin() {
        return admin;
    }

    public World world() {
        return world;
    }

    /** A new customer with a phone. */
    public Person sender(String name) {
        return Person.newcomer(name, context, world).logIn();
    }

    /** A new customer who has Airtel Money. */
    public Person senderAtAirtel(String name) {
        return Person.newcomerAtAirtel(name, context, world).logIn();
    }

    /** Somebody who takes goods: known by phone only, and never logs in. */
    public Person receiver(String name) {
        return Person.newcomer(name, context, world);
    }

    /** A new member of staff: one administrator invites, the other approves, the person accepts and logs in again. */
    public Person staff(String name, String role) {
        return invited(name, Map.of("role", role));
    }

    /** A dispatcher of the operator for which our truck drivers drive. */
    public Person fleetDispatcher(String name) {
        return invited(name, Map.of("role", "DISPATCHER", "operatorId", operatorId));
    }

    /** A dispatcher of an operator that has nothing to do with our drivers. */
    public Person dispatcherOfAnotherFleet(String name) {
        return invited(name, Map.of("role", "DISPATCHER", "operatorId", registerOperator("Amahoro Haulage")));
    }

    /** An official of an agency, e.g. RURA. */
    public Person official(String name, String agency) {
        return invited(name, Map.of("role", "GOVERNMENT", "agency", agency));
    }

    /** Somebody who books for others: the administrator says so alone. */
    public Person agent(String name) {
        Person person = Person.newcomer(name, context, world).logIn();
        admin.phone().post("/api/auth/people/" + person.id() + "/roles/AGENT", Map.of());
        return person.logIn();
    }

    private Person invited(String name, Map<String, String> role) {
        Person person = Person.newcomer(name, context, world).logIn();
        Map<String, Object> invitation = new HashMap<>(role);
        invitation.put("phone", person.number());
        String invitations = "/api/auth/invitations/";
        String id = admin.phone()
                .post("/api/auth/invitations", invitation)
                .path("invitationId")
                .asText();
        secondAdmin.phone().post(invitations + id + "/approve", Map.of());
        person.phone().post(invitations + id + "/accept", Map.of());
        return person.logIn();
    }

    /** A driver of the operator with a truck and all papers. */
    public Driver truckDriver(String name) {
        Driver driver = apply(name, Optional.of(operatorId), TRUCK_CATEGORIES, "TRUCK", 20_000, nextYear);
        return awaitClearance(driver);
    }

    /** An independent moto driver with all papers. */
    public Driver motoDriver(String name) {
        return awaitClearance(apply(name, Optional.empty(), List.of("A"), "MOTORCYCLE", 0, nextYear));
    }

    /** A truck driver whose authorisation was good when the papers were checked, and ended yesterday. */
    public Driver truckDriverWhoseAuthorisationEnded(String name) {
        Driver driver = truckDriver(name);
        world.authoriseDriver(driver.licenceNumber(), TRUCK_CATEGORIES, yesterday());
        return driver;
    }

    /** Somebody whose authorisation ended yesterday, and who wants to drive a truck all the same. */
    public Driver truckDriverWithoutAuthorisation(String name) {
        return apply(name, Optional.of(operatorId), TRUCK_CATEGORIES, "TRUCK", 20_000, yesterday());
    }

    /** Waits until the driver's papers are what compliance says they are. */
    public void awaitStatus(Driver driver, String status) {
        new Patience(context.patience())
                .await("%s to be %s".formatted(driver.person().name(), status), () -> Optional.of(
                                application(driver).at("/driver/status").asText())
                        .filter(status::equals));
    }

    /** The application as staff see it. */
    public JsonNode application(Driver driver) {
        return admin.phone().get("/api/fleet/applications/" + driver.driverId());
    }

    private Driver awaitClearance(Driver driver) {
        awaitStatus(driver, "ACTIVE");
        driver.person().logIn();
        return driver;
    }

    private Driver apply(
            String name,
            Optional<String> operator,
            List<String> categories,
            String kind,
            long capacityKg,
            LocalDate authorisedUntil) {
        Person person = Person.newcomer(name, context, world);
        String licence = "1%015d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L));
        String plate = Lots.draw(Cast::plate);
        Map<String, Object> papers = new HashMap<>(Map.of(
                "phone",
                person.number(),
                "name",
                name,
                "licenceNumber",
                licence,
                "licenceCategories",
                categories,
                "licenceValidUntil",
                nextYear.toString(),
                "vehicle",
                Map.of("plate", plate, "kind", kind, "capacityKg", capacityKg)));
        operator.ifPresent(fleet -> papers.put("operatorId", fleet));
        world.authoriseDriver(licence, categories, authorisedUntil);
        world.authoriseVehicle(plate, nextYear);
        JsonNode driver = admin.phone().post("/api/fleet/drivers", papers);
        return new Driver(person, driver.path("driverId").asText(), plate, licence);
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }

    private static String plate() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char series = (char) ('A' + random.nextInt(14));
        char last = (char) ('A' + random.nextInt(14));
        return "RA%c %03d %c".formatted(series, 1 + random.nextInt(999), last);
    }
}
