package rw.ishemalink.simulators.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.money.CallbackListener;

@QuarkusTest
@QuarkusTestResource(value = SmsCallbacksTest.Owner.class, restrictToAnnotatedClass = true)
class SmsCallbacksTest implements OrdersWithdrawn {

    /** Whose account it is. */
    public static final class Owner implements QuarkusTestResourceLifecycleManager {

        static CallbackListener listener = open();

        private static CallbackListener open() {
            try {
                return new CallbackListener();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Map<String, String> start() {
            return Map.of("ishema.simulators.sms.callback-url", listener.url("/sms"));
        }

        @Override
        public void stop() {
            // The run ends, and with it the listener.
        }
    }

    private final String phone =
            "+25079" + "%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));

    @Test
    void the_owner_is_told_that_a_message_arrived() {
        String id = send();
        assertThat(heardOf(id)).contains("status=Success", "phoneNumber=%2B" + phone.substring(1));
    }

    @Test
    void the_owner_is_told_what_was_ordered() {
        given().contentType(ContentType.JSON)
                .body(Map.of("status", "Failed", "failureReason", "AbsentSubscriber"))
                .put("/control/sms/reports/{number}", phone)
                .then()
                .statusCode(200);
        assertThat(heardOf(send())).contains("status=Failed", "failureReason=AbsentSubscriber");
    }

    @Test
    void a_report_that_there_is_not_cannot_be_ordered() {
        given().contentType(ContentType.JSON)
                .body(Map.of("status", "Lost"))
                .put("/control/sms/reports/{number}", phone)
                .then()
                .statusCode(400);
    }

    @Test
    void a_text_of_a_phone_reaches_the_owner() {
        String id = UUID.randomUUID().toString();
        given().contentType(ContentType.JSON)
                .body(Map.of("from", phone, "to", "8284", "text", "HAGARIKA & murakoze", "id", id))
                .post("/control/sms/texts")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("httpStatus", equalTo(200));
        assertThat(heardOf(id)).contains("text=HAGARIKA+%26+murakoze", "to=8284");
    }

    private static String heardOf(String id) {
        await().atMost(CallbackListener.PATIENCE).until(() -> !bodiesWith(id).isEmpty());
        return bodiesWith(id).getFirst();
    }

    private static List<String> bodiesWith(String id) {
        return Owner.listener.heard().stream()
                .map(CallbackListener.Heard::body)
                .filter(body -> body.contains("id=" + id))
                .toList();
    }

    private String send() {
        return given().header("apiKey", "local-sms-api-key")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("username", "ishemalink")
                .formParam("to", phone)
                .formParam("message", "Muraho")
                .post("/sms/version1/messaging")
                .then()
                .statusCode(201)
                .extract()
                .path("SMSMessageData.Recipients[0].messageId");
    }
}
