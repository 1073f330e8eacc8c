package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.Person;
import rw.ishemalink.local.story.SimplePhone;
import rw.ishemalink.local.story.Story;

/** Phones without data: a farmer who never had an account, an agent, a network that drops. */
class UssdTest {

    private static final Pattern CODE = Pattern.compile("ISH-[0-9A-Z]{8}");
    private static final String MENU = "Igiciro no gutumiza";

    private static Story story;

    @BeforeAll
    static void the_suite_is_up() {
        story = new Story(Suite.get().context());
    }

    @Test
    void a_farmer_quotes_books_pays_and_follows_in_kinyarwanda_by_dialling() {
        SimplePhone phone = simple(story.cast().receiver("Farmer"));
        awaitMenu(phone);
        assertThat(phone.type("1", "nyamag", "gasabo", "1", "500")).contains("RWF");
        assertThat(phone.type("1", "1")).contains("500");
        String booked = phone.type("1");
        String code = codeIn(booked);
        assertThat(phone.type("1")).contains(code, "PIN");

        // The simulated payer agrees; then it is paid, receipted and a driver is sought.
        await("the payment to be seen on the phone", () -> {
            phone.dial();
            return Optional.of(phone.type("00", "3", code))
                    .filter(shown -> shown.contains("Hashakwa imodoka") || shown.contains("Umushoferi araje"));
        });
    }

    @Test
    void an_agent_books_for_somebody_who_pays_and_is_told_by_sms() {
        Person agent = story.cast().agent("Agent");
        Person farmer = story.cast().receiver("Farmer");
        SimplePhone phone = simple(agent);
        await("the agent's menu", () -> Optional.of(phone.dial()).filter(shown -> shown.contains("6 ")));
        phone.type("6", farmer.number(), "huye", "gasabo", "1", "300", "1", "1");
        String code = codeIn(phone.type("1"));
        phone.type("1");
        await("the SMS to whom was booked for", () -> story.world().listSms(farmer.number()).stream()
                .filter(sms -> sms.contains(code))
                .findFirst());
        await("the payment by the other phone", () -> Optional.of(
                        agent.phone().get("/api/bookings?as=SENDER&trackingCode=" + code))
                .map(page -> page.at("/items/0/status").asText())
                .filter(status -> !List.of("DRAFT", "CONFIRMED", "").contains(status)));
    }

    @Test
    void a_dropped_session_goes_on_where_it_broke_off() {
        SimplePhone phone = simple(story.cast().receiver("Farmer"));
        awaitMenu(phone);
        phone.type("1", "huye", "gasabo", "1");
        phone.typeAndDrop("250");
        assertThat(phone.dial()).contains("1 Komeza", "2 Tangira bushya");
        assertThat(phone.type("1")).contains("kg 250", "RWF");
    }

    /** A part that just came back may be away for a moment. */
    private static void awaitMenu(SimplePhone phone) {
        await("the menu", () -> Optional.of(phone.dial()).filter(shown -> shown.contains(MENU)));
    }

    private static String codeIn(String screen) {
        Matcher code = CODE.matcher(screen);
        assertThat(code.find()).as(screen).isTrue();
        return code.group();
    }

    private static SimplePhone simple(Person person) {
        return new SimplePhone(Suite.get().context(), person.number());
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) {
        return new Patience(Suite.PATIENCE).await(what, look);
    }
}
