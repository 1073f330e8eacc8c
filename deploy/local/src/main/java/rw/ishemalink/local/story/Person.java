package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with a phone who logs in and acts. */
public final class Person {

    /** The operators' sandboxes give 3456xxx numbers meanings: payers who refuse, who are silent, who have no money. */
    private static final int AFTER_TEST_NUMBERS = 4_000_000;

    private final String name;
    private final String number;
    private final Phone phone;
    private final World world;
    private String id = "";
    private String token = "";

    private Person(String name, String number, StoryContext context, World world) {
        this.name = name;
        this.number = number;
        this.world = world;
        this.phone = new Phone(context.gateway(), context.patience());
    }

    /** The platform's first administrator, logged in. */
    public static Person administrator(StoryContext context) {
        return administrator(context, new World(context));
    }

    static Person administrator(StoryContext context, World world) {
        return new Person("Administrator", context.adminPhone(), context, world).logIn();
    }

    /** The platform's second administrator, logged in. */
    static Person secondAdministrator(StoryContext context, World world) {
        return new Person("Second administrator", context.secondAdminPhone(), context, world).logIn();
    }

    /** Somebody whom the suite has never seen: a new MTN number. */
    static Person newcomer(String name, StoryContext context, World world) {
        return newcomer(name, "78", context, world);
    }

    /** The same with a number of Airtel, whose money lies there. */
    static Person newcomerAtAirtel(String name, StoryContext context, World world) {
        return newcomer(name, "73", context, world);
    }

    private static Person newcomer(String name, String prefix, StoryContext context, World world) {
        String number = Lots.draw(() ->
                "+250%s%07d".formatted(prefix, ThreadLocalRandom.current().nextInt(AFTER_TEST_NUMBERS, 10_000_000)));
        return new Person(name, number, context, world);
    }

    /** Registers, or comes back: asks for the code, reads it from the SMS, changes it for a token. The old one may be over. */
    public Person logIn() {
        phone.dropHeader("Authorization");
        JsonNode tokens = phone.post("/api/auth/tokens", Map.of("phone", number, "code", askForCode()));
        token = tokens.path("accessToken").asText();
        phone.header("Authorization", "Bearer " + token);
        id = tokens.path("personId").asText();
        return this;
    }

    /** Asks for a one-time code and reads it from the SMS. */
    public String askForCode() {
        int before = world.countSms(number);
        phone.post("/api/auth/codes", Map.of("phone", number));
        return world.awaitCode(number, before);
    }

    public String name() {
        return name;
    }

    /** +2507XXXXXXXX. */
    public String number() {
        return number;
    }

    /** The person id; empty before the first login. */
    public String id() {
        return id;
    }

    /** The access token of the last login; empty before the first. */
    public String token() {
        return token;
    }

    /** The phone in this person's hand, logged in. */
    public Phone phone() {
        return phone;
    }
}
