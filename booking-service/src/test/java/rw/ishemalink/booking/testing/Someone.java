package rw.ishemalink.booking.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;

/** A person with a token who talks to the service. */
public record Someone(UUID id, String token) {

    public static final String TENANT = "ishemalink";

    public static Someone sender() {
        return sender(TENANT);
    }

    public static Someone sender(String tenant) {
        UUID id = UUID.randomUUID();
        return new Someone(
                id,
                TestToken.of(Role.SENDER, Role.CUSTOMER)
                        .person(id)
                        .tenant(tenant)
                        .phone("+250788000001")
                        .email("sender@example.rw")
                        .language("rw")
                        .sign());
    }

    public static Someone with(Role... roles) {
        return with(UUID.randomUUID(), roles);
    }

    public static Someone with(UUID id, Role... roles) {
        return new Someone(id, TestToken.of(roles).person(id).sign());
    }

    public static Someone operatorOf(UUID operatorId) {
        UUID id = UUID.randomUUID();
        return new Someone(
                id, TestToken.of(Role.OPERATOR).person(id).operator(operatorId).sign());
    }

    /** The driver, who also runs the fleet and books rides. */
    public static Someone travellingDriver(Drivers driver) {
        return new Someone(
                driver.driverId(),
                TestToken.of(Role.SENDER, Role.DRIVER, Role.OPERATOR)
                        .person(driver.driverId())
                        .operator(driver.operatorId())
                        .phone("+250788000002")
                        .sign());
    }

    /** A request in this person's name. */
    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public ValidatableResponse gets(String path, Object... parameters) {
        return asks().get(path, parameters).then();
    }

    public ValidatableResponse posts(Object body, String path, Object... parameters) {
        return asks().body(body).post(path, parameters).then();
    }

    public ValidatableResponse patches(Object body, UUID bookingId) {
        return asks().body(body).patch("/api/bookings/{id}", bookingId).then();
    }

    /** Acts on a booking with a body: deliver, rating, … */
    public ValidatableResponse does(String act, UUID bookingId, Object body) {
        return posts(body, "/api/bookings/{id}/" + act, bookingId);
    }

    /** The sender's delivery code of the booking. */
    public String getsCodeOf(UUID bookingId) {
        return gets("/api/bookings/{id}/delivery-code", bookingId)
                .statusCode(200)
                .extract()
                .path("code");
    }

    /** Acts on a booking without a body: confirm, pickup, … */
    public ValidatableResponse does(String act, UUID bookingId) {
        return asks().post("/api/bookings/{id}/" + act, bookingId).then();
    }

    public ValidatableResponse assigns(UUID driverId, UUID bookingId) {
        return posts(Map.of("driverId", driverId), "/api/bookings/{id}/assign", bookingId);
    }

    public ValidatableResponse looksAt(UUID bookingId) {
        return gets("/api/bookings/{id}", bookingId);
    }

    /** Quotes the journey; answers with the quote's id. */
    public UUID quotes(Map<String, ?> journey) {
        return posts(journey, "/api/quotes")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("quoteId");
    }

    /** Books the journey; answers with the booking's id. */
    public UUID books(Map<String, ?> journey) {
        return posts(Journeys.booking(quotes(journey)), "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
    }

    /** Books the journey and confirms it; answers with the booking's id. */
    public UUID confirms(Map<String, ?> journey) {
        UUID bookingId = books(journey);
        does("confirm", bookingId).statusCode(200);
        return bookingId;
    }
}
