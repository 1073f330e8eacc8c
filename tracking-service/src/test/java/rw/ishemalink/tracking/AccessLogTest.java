package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.booking.BookingKind;

/** Whoever follows somebody else's trip is on record before the answer; sender and driver follow their own. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AccessLogTest {

    @Inject
    UnitOfWork unitOfWork;

    private final Journey journey = new Journey(BookingKind.CARGO_DOMESTIC);

    @Test
    void a_dispatchers_look_is_on_record_for_driver_and_sender_and_their_own_is_not() {
        journey.assign();
        journey.drive(-2.5, 29.7);
        await().until(() -> see(Journey.token(Role.SENDER, journey.sender)) == 200);
        assertThat(see(journey.driverToken())).isEqualTo(200);
        assertThat(countRecords(journey.sender) + countRecords(journey.driver)).isZero();

        assertThat(see(Journey.token(Role.DISPATCHER, UUID.randomUUID()))).isEqualTo(200);
        assertThat(countRecords(journey.sender)).isEqualTo(1);
        assertThat(countRecords(journey.driver)).isEqualTo(1);
    }

    private int see(String token) {
        return given().auth()
                .oauth2(token)
                .get(journey.positionPath())
                .then()
                .extract()
                .statusCode();
    }

    private long countRecords(UUID subject) {
        return unitOfWork.read(
                sql -> sql.createQuery("select count(*) from outbox where topic = 'access.records' and key = :subject")
                        .bind("subject", subject)
                        .mapTo(Long.class)
                        .one());
    }
}
