package rw.ishemalink.notification.ussd;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.notification.OutsideWorld;
import rw.ishemalink.notification.ussd.FakeSuite.Customer;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyWish;

/** A farmer and an agent with simple phones, the suite behind HTTP. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
@QuarkusTestResource(FakeSuite.class)
class UssdStoryTest {

    private static final String CODE = "ISH-7K2M9QXZ";

    @Inject
    Jdbi jdbi;

    private final UUID person = UUID.randomUUID();
    private final UUID quote = UUID.randomUUID();
    private final UUID booking = UUID.randomUUID();
    private final String phone = OutsideWorld.newPhone();
    private final Handset handset = new Handset(phone);

    @Test
    void a_farmer_quotes_books_pays_and_follows_in_kinyarwanda() throws Exception {
        Customer farmer = farmer("rw").quotes(quote, 25_000).books(booking, CODE);

        assertThat(handset.dial()).startsWith("CON IshemaLink\n1 Igiciro no gutumiza");
        assertThat(handset.type("1", "huye", "gasabo", "1", "1500")).contains("RWF 25 000");
        assertThat(json(farmer, "/api/quotes").get(0).toString())
                .contains("\"commodity\":\"irish-potatoes\"")
                .contains("\"weightKg\":1500")
                .contains("CARGO_DOMESTIC");
        handset.type("1", "0722000111");
        assertThat(handset.type("1")).startsWith("CON " + CODE).contains("MTN");
        JsonNode booked = json(farmer, "/api/bookings").getFirst();
        assertThat(booked.path("quoteId").asText()).isEqualTo(quote.toString());
        assertThat(booked.at("/receiver/phone").asText()).isEqualTo("+250722000111");
        assertThat(booked.has("payerPhone")).isFalse();

        assertThat(handset.type("1")).startsWith("END " + CODE).contains("PIN");
        assertThat(farmer.sent("POST", "/api/bookings/" + booking + "/confirm")).hasSize(1);
        assertThat(farmer.sent("PATCH", "/api/bookings/" + booking)).isEmpty();

        farmer.stands(booking, CODE, "IN_TRANSIT");
        handset.dial();
        assertThat(handset.type("3")).contains("1 " + CODE + " Biri mu nzira");
        assertThat(handset.type(CODE)).contains("Huye - Gasabo", "Biri mu nzira");
    }

    @Test
    void the_same_callback_again_gets_the_same_answer_and_books_once() throws Exception {
        Customer farmer = farmer("en").quotes(quote, 25_000).books(booking, CODE);
        handset.dial();
        handset.type("1", "huye", "gasabo", "1", "10", "1", "1");
        String first = handset.type("1");
        assertThat(handset.again()).isEqualTo(first);
        assertThat(handset.again()).isEqualTo(first);
        assertThat(farmer.sent("POST", "/api/bookings")).hasSize(1);

        // Another session with the same price: the API is given the same key.
        String dropped = handset.dial();
        assertThat(dropped).contains("1 Continue");
        assertThat(handset.type("1")).isEqualTo(first);
    }

    @Test
    void a_dropped_session_is_gone_on_with_from_a_new_one() {
        farmer("fr").quotes(quote, 25_000);
        handset.dial();
        String price = handset.type("1", "huye", "gasabo", "2", "70");
        assertThat(handset.dial()).startsWith("CON ").contains("1 Continuer", "2 Recommencer");
        assertThat(handset.type("1")).isEqualTo(price);
        handset.dial();
        assertThat(handset.type("2")).contains("1 Prix et commande");
    }

    @Test
    void who_waited_too_long_starts_anew() {
        farmer("en");
        handset.dial();
        handset.type("1", "huye");
        jdbi.useHandle(sql -> sql.createUpdate(
                        "update ussd_session set touched_at = now() - interval '11 minutes' where provider_session = :id")
                .bind("id", handset.sessionId())
                .execute());
        assertThat(handset.dial()).contains("1 Price and booking");
    }

    @Test
    void an_agent_books_for_somebody_who_is_told_and_asked_to_pay() throws Exception {
        String other = OutsideWorld.newPhone();
        OutsideWorld.phoneIsOn(other);
        Customer agent = FakeSuite.customer(phone, person, "en", Role.AGENT)
                .quotes(quote, 25_000)
                .books(booking, CODE);
        assertThat(handset.dial()).contains("6 Book for another");
        handset.type("6", other, "huye", "gasabo", "1", "10", "1", "1");
        assertThat(handset.type("1")).contains("0" + other.substring(4));
        JsonNode booked = json(agent, "/api/bookings").getFirst();
        assertThat(booked.path("payerPhone").asText()).isEqualTo(other);
        assertThat(handset.type("1")).startsWith("END ");
        // The booking names the payer already.
        assertThat(agent.sent("PATCH", "/api/bookings/" + booking)).isEmpty();
        await().until(() -> OutsideWorld.textsTo(other).stream().anyMatch(sms -> sms.contains(CODE)));
    }

    @Test
    void another_phone_pays_and_is_asked_again_if_it_did_not() throws Exception {
        UUID payment = UUID.randomUUID();
        Customer farmer = farmer("en").stands(booking, CODE, "DRAFT").paysBy(booking, payment);
        handset.dial();
        assertThat(handset.type("2", "1", "2", "0733654321")).startsWith("END ").contains("Airtel");
        assertThat(farmer.sent("PATCH", "/api/bookings/" + booking).getFirst().getBodyAsString())
                .contains("+250733654321");

        farmer.stands(booking, CODE, "CONFIRMED");
        handset.dial();
        assertThat(handset.type("2", "1", "1")).startsWith("END ");
        assertThat(farmer.sent("POST", "/api/payments/" + payment + "/attempts")
                        .getFirst()
                        .getBodyAsString())
                .contains(phone);

        farmer.refused("/api/payments/" + payment + "/attempts", 409, "attempt-open");
        handset.dial();
        assertThat(handset.type("2", "1", "1")).startsWith("CON Asked already");
    }

    @Test
    void what_the_api_refuses_is_said_and_the_session_goes_on() {
        Customer farmer = farmer("en").refused("/api/quotes", 503, "unavailable");
        handset.dial();
        assertThat(handset.type("1", "huye", "gasabo", "1", "10")).startsWith("CON No answer. Try again.");
        farmer.quotes(quote, 25_000);
        assertThat(handset.type("10")).contains("RWF 25,000");
    }

    @Test
    void a_whole_path_can_be_dialled() {
        farmer("en").quotes(quote, 25_000);
        assertThat(handset.dial("1*huye*gasabo*1*20")).contains("RWF 25,000");
    }

    @Test
    void nobody_is_let_in_whom_identity_does_not_know() {
        FakeSuite.stranger(phone);
        assertThat(handset.dial()).startsWith("END IshemaLink");
    }

    @Test
    void who_does_not_know_the_secret_or_the_phone_finds_nothing() {
        farmer("en");
        handset.send("wrong", "ATUid_1").statusCode(404);
        handset.dial();
        new Handset(OutsideWorld.newPhone())
                .send(FakeSuite.SECRET, handset.sessionId())
                .statusCode(404);
        new Handset("+447700900123")
                .send(FakeSuite.SECRET, "ATUid_" + UUID.randomUUID())
                .statusCode(200);
    }

    @Test
    void phone_and_state_are_sealed_copied_and_forgotten() {
        farmer("en").quotes(quote, 25_000);
        handset.dial();
        handset.type("1", "huye", "gasabo", "1", "10", "1", "0722000999");
        assertThat(PrivacyTrial.tablesWith(jdbi, phone)).isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, "722000999")).isEmpty();

        PrivacyAnswer copy = new PrivacyTrial(jdbi, "notification-service", person).ask(PrivacyWish.EXPORT);
        assertThat(copy.getRecords()).isEqualTo(1);
        PrivacyAnswer gone = new PrivacyTrial(jdbi, "notification-service", person).ask(PrivacyWish.ERASE);
        assertThat(gone.getRecords()).isEqualTo(1);
        assertThat(count("ussd_session")).isZero();
    }

    private long count(String table) {
        return jdbi.withHandle(sql -> sql.createQuery("select count(*) from <table> where person_id = :person")
                .define("table", table)
                .bind("person", person)
                .mapTo(Long.class)
                .one());
    }

    private Customer farmer(String language) {
        OutsideWorld.phoneIsOn(phone);
        return FakeSuite.customer(phone, person, language, Role.CUSTOMER, Role.SENDER);
    }

    private static List<JsonNode> json(Customer customer, String path) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> bodies = new java.util.ArrayList<>();
        for (var request : customer.sent("POST", path)) {
            bodies.add(json.readTree(request.getBodyAsString()));
        }
        return bodies;
    }
}
