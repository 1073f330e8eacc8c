package rw.ishemalink.notification.ussd;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** A phone that dials; the network makes callbacks of what is typed. */
final class Handset {

    private final String phone;
    private String sessionId = "";
    private String text = "";

    Handset(String phone) {
        this.phone = phone;
    }

    /** Dials *801#: a new session. */
    String dial() {
        return dial("");
    }

    /** Dials *801*path#. */
    String dial(String path) {
        sessionId = "ATUid_" + UUID.randomUUID();
        text = path;
        return again();
    }

    /** Types each; answers the last screen. */
    String type(String... inputs) {
        String screen = "";
        for (String input : inputs) {
            text = text.isEmpty() ? input : text + "*" + input;
            screen = again();
        }
        return screen;
    }

    /** The network sends the last callback once more. */
    String again() {
        return send(FakeSuite.SECRET, sessionId).statusCode(200).extract().asString();
    }

    ValidatableResponse send(String secret, String session) {
        return sendFrom("10.9.1.2", secret, session);
    }

    /** From that address, as the door says. */
    ValidatableResponse sendFrom(String address, String secret, String session) {
        return given().header("X-Forwarded-For", address)
                .formParam("sessionId", session)
                .formParam("serviceCode", "*801#")
                .formParam("phoneNumber", phone)
                .formParam("networkCode", "63510")
                .formParam("text", text)
                .post("/ussd/" + secret)
                .then();
    }

    String sessionId() {
        return sessionId;
    }
}
