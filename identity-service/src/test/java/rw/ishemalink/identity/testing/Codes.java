package rw.ishemalink.identity.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.notification.NotificationRequest;

/** Codes as they arrive on phones: from what was published for notification-service. */
public final class Codes {

    private static final EventTap SENT = EventTap.on(Topics.NOTIFICATION_REQUESTS);

    private Codes() {}

    /** Asks for a code. */
    public static Response request(String tenant, String phone) {
        return given().contentType("application/json")
                .body(Map.of("tenant", tenant, "phone", phone))
                .post("/api/auth/codes");
    }

    /** Exchanges a code. */
    public static Response exchange(String tenant, String phone, String code) {
        return given().contentType("application/json")
                .body(Map.of("tenant", tenant, "phone", phone, "code", code))
                .post("/api/auth/tokens");
    }

    /** The n-th message to a phone, counted from 1. */
    public static NotificationRequest awaitMessage(String tenant, String phone, long number) {
        return SENT.awaitOne(
                NotificationRequest.class,
                request -> request.getPhone().equals(phone)
                        && request.getMetadata().getTenant().equals(tenant)
                        && request.getMetadata().getSequence() == number);
    }

    /** The n-th code sent to a phone, counted from 1. */
    public static String await(String tenant, String phone, long number) {
        String code = awaitMessage(tenant, phone, number).getParameters().get("code");
        if (code == null) {
            throw new AssertionError("the message has no code");
        }
        return code;
    }

    /** A code that is not this one. */
    public static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
