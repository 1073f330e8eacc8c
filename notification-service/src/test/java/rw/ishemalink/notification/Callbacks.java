package rw.ishemalink.notification;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Africa's Talking calling us. */
final class Callbacks {

    private static final String PATH = "/api/notifications/callbacks/africastalking/local-sms-callbacks/";

    private Callbacks() {}

    /** A phone sends us a text. */
    static void text(String from, String text, String id) {
        call("inbound", Map.of("id", id, "from", from, "to", "8284", "text", text, "date", "2026-11-22 08:00:00"))
                .statusCode(204);
    }

    /** A report on a message that was sent. */
    static void report(String id, String status, String failureReason) {
        call("delivery", Map.of("id", id, "status", status, "failureReason", failureReason, "networkCode", "63510"))
                .statusCode(204);
    }

    /** A form to one of the addresses. */
    static ValidatableResponse call(String what, Map<String, String> form) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(PATH + what)
                .then();
    }
}
