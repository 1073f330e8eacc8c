package rw.ishemalink.simulators.sms;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class MessagingTest implements OrdersWithdrawn {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String phone = "+25078%07d".formatted(NUMBERS.incrementAndGet());

    @Test
    void a_message_is_sent_and_on_the_phone_newest_last() {
        send(phone, "Murakoze")
                .statusCode(201)
                .body("SMSMessageData.Message", equalTo("Sent to 1/1 Total Cost: RWF 10.0000"))
                .body("SMSMessageData.Recipients[0].statusCode", equalTo(101))
                .body("SMSMessageData.Recipients[0].number", equalTo(phone))
                .body("SMSMessageData.Recipients[0].status", equalTo("Sent"))
                .body("SMSMessageData.Recipients[0].cost", equalTo("RWF 10.0000"))
                .body("SMSMessageData.Recipients[0].messageId", matchesPattern("ATXid_[0-9a-f]{32}"));
        send(phone, "Ibicuruzwa byawe byahagurutse");

        inbox(phone)
                .body("message", contains("Murakoze", "Ibicuruzwa byawe byahagurutse"))
                .body("from", contains("ISHEMALINK", "ISHEMALINK"));
    }

    @Test
    void each_of_many_recipients_has_a_status_of_its_own() {
        send(phone + ",0788123456,+250618123456,+256772123456", "Muraho")
                .statusCode(201)
                .body("SMSMessageData.Message", equalTo("Sent to 2/4 Total Cost: RWF 20.0000"))
                .body("SMSMessageData.Recipients.statusCode", contains(101, 403, 403, 101))
                .body("SMSMessageData.Recipients[1].status", equalTo("InvalidPhoneNumber"))
                .body("SMSMessageData.Recipients[1].messageId", equalTo("None"));
    }

    @ParameterizedTest
    @CsvSource({
        "405, InsufficientBalance",
        "406, UserInBlacklist",
        "407, CouldNotRoute",
        "500, InternalServerError",
        "502, RejectedByGateway"
    })
    void a_number_answers_with_the_ordered_status_and_receives_nothing(int code, String status) {
        tell(code).statusCode(200);

        send(phone, "Muraho")
                .statusCode(201)
                .body("SMSMessageData.Recipients[0].statusCode", equalTo(code))
                .body("SMSMessageData.Recipients[0].status", equalTo(status));
        inbox(phone).body("$", empty());
    }

    @Test
    void a_queued_message_arrives() {
        tell(102).statusCode(200);
        send(phone, "Muraho").body("SMSMessageData.Recipients[0].status", equalTo("Queued"));
        inbox(phone).body("message", contains("Muraho"));
    }

    @Test
    void an_unknown_status_cannot_be_ordered() {
        tell(418).statusCode(400);
    }

    @Test
    void wrong_credentials_send_nothing() {
        form("wrong", "ishemalink", phone, "Muraho", "ISHEMALINK").statusCode(401);
        form("local-sms-api-key", "somebody", phone, "Muraho", "ISHEMALINK").statusCode(401);
        inbox(phone).body("$", empty());
    }

    @Test
    void a_message_needs_somebody_to_read_it() {
        form("local-sms-api-key", "ishemalink", "", "Muraho", "ISHEMALINK").statusCode(400);
        form("local-sms-api-key", "ishemalink", phone, "", "ISHEMALINK").statusCode(400);
    }

    @Test
    void a_sender_longer_than_eleven_characters_is_invalid() {
        form("local-sms-api-key", "ishemalink", phone, "Muraho", "ISHEMALINK-RWANDA")
                .statusCode(201)
                .body("SMSMessageData.Message", equalTo("InvalidSenderId"))
                .body("SMSMessageData.Recipients", empty());
    }

    @Test
    void emptied_phones_are_empty() {
        send(phone, "Muraho");
        given().delete("/sms/inbox").then().statusCode(204);
        inbox(phone).body("$", empty());
    }

    private static ValidatableResponse send(String to, String message) {
        return form("local-sms-api-key", "ishemalink", to, message, "ISHEMALINK");
    }

    private static ValidatableResponse form(String apiKey, String username, String to, String message, String from) {
        return given().header("apiKey", apiKey)
                .accept(ContentType.JSON)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("username", username)
                .formParam("to", to)
                .formParam("message", message)
                .formParam("from", from)
                .post("/sms/version1/messaging")
                .then();
    }

    private ValidatableResponse tell(int statusCode) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("statusCode", statusCode))
                .put("/control/sms/recipients/{number}", phone)
                .then();
    }

    private static ValidatableResponse inbox(String phone) {
        return given().queryParam("to", phone).get("/sms/inbox").then().statusCode(200);
    }
}
