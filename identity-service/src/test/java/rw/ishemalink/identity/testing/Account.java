package rw.ishemalink.identity.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** A person who is logged in. */
public record Account(
        String tenant, String phone, UUID personId, String accessToken, String refreshToken, List<String> roles) {

    /** A request with this person's token. */
    public RequestSpecification call() {
        return given().auth().oauth2(accessToken).contentType("application/json");
    }
}
