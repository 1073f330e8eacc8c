package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with a phone who logs in and acts. */
public final class Person {

    private final String name;
    private final String number;
    private final Phone phone;
    private final World world;
    private String id = "";

    private Person(String name, String number, StoryContext context, World world) {
        this.name = name;
        this.number = number;
        this.world = world;
        this.phone = new Phone(context.gateway(), context.patience());
    }

    static Person withNumber(String name, String number, StoryContext context, World world) {
        return new Person(name, number, context, world);
    }

    /** Somebody whom the suite has never seen: a new MTN number. */
    static Person newcomer(String name, StoryContext context, World world) {
        String number = "+25078%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
        return new Person(name, number, context, world);
    }

    /** Registers, or comes back: asks for the code, reads it from the SMS, changes it for a token. */
    Person logIn() {
        int before = world.countSms(number);
        phone.post("/api/auth/codes", Map.of("phone", number));
        String code = world.awaitCode(number, before);
        JsonNode tokens = phone.post("/api/auth/tokens", Map.of("phone", number, "code", code));
        phone.header("Authorization", "Bearer " + tokens.path("accessToken").asText());
        id = tokens.path("personId").asText();
        return this;
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

    /** The phone in this person's hand, logged in. */
    public Phone phone() {
        return phone;
    }
}
