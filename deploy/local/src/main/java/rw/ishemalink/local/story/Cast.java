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
        String tin = "1%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        this.operatorId = admin.phone()
                .post("/api/fleet/operators", Map.of("name", "Ituze Transport", "tin", tin))
                .path("operatorId")
                .asText();
        world.licenseOperator(tin, nextYear);
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
        Person person = Person.newcomer(name, context, world).logIn();
        String invitations = "/api/auth/invitations/";
        String id = admin.phone()
                .post("/api/auth/invitations", Map.of("phone", person.number(), "role", role))
                .path("invitationId")
                .asText();
        secondAdmin.phone().post(invitations + id + "/approve", Map.of());
        person.phone().post(invitations + id + "/accept", Map.of());
        return person.logIn();
    }

    /** A driver of the operator with a truck and all papers. */
    public Driver truckDriver(String name) {
        return driver(name, Optional.of(operatorId), List.of("B", "C"), "TRUCK", 20_000, nextYear);
    }

    /** An independent moto driver with all papers. */
    public Driver motoDriver(String name) {
        return driver(name, Optional.empty(), List.of("A"), "MOTORCYCLE", 0, nextYear);
    }

    /** A truck driver whose authorisation ended yesterday. */
    public Driver truckDriverWithExpiredAuthorisation(String name) {
        return driver(
                name,
                Optional.of(operatorId),
                List.of("B", "C"),
                "TRUCK",
                20_000,
                LocalDate.now(ZoneOffset.UTC).minusDays(1));
    }

    private Driver driver(
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
        JsonNode driver = admin.phone().post("/api/fleet/drivers", papers);
        world.authoriseDriver(licence, categories, authorisedUntil);
        world.authoriseVehicle(plate, nextYear);
        return new Driver(person.logIn(), driver.path("driverId").asText(), plate, licence);
    }

    private static String plate() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char series = (char) ('A' + random.nextInt(14));
        char last = (char) ('A' + random.nextInt(14));
        return "RA%c %03d %c".formatted(series, 1 + random.nextInt(999), last);
    }
}
