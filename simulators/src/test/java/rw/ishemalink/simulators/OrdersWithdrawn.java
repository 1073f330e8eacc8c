package rw.ishemalink.simulators;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Every test orders what it needs, and every order is withdrawn after it. */
public interface OrdersWithdrawn {

    @AfterEach
    default void withdraw() {
        given().delete("/control").then().statusCode(204);
    }

    default void order(String system, Map<String, ?> order) {
        given().contentType(ContentType.JSON)
                .body(order)
                .put("/control/" + system)
                .then()
                .statusCode(200);
    }

    default void moveClockAhead(long seconds) {
        given().contentType(ContentType.JSON)
                .body(Map.of("aheadSeconds", seconds))
                .put("/control/clock")
                .then()
                .statusCode(200);
    }
}
