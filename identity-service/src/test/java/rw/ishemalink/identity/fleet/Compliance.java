package rw.ishemalink.identity.fleet;

import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.licence.DriverCheck;
import rw.ishemalink.schemas.licence.DriverCheckOutcome;

/** What compliance-service says of drivers' papers. */
public final class Compliance {

    static final String NO_AUTHORISATION = "RURA-DRIVER-AUTHORISATION";
    static final LocalDate LAST_DAY = LocalDate.of(2030, 12, 31);

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private Compliance() {}

    /** The papers as they stand are good; waits until the driver may work. */
    public static void clears(Account admin, UUID driverId) {
        says(admin, driverId, DriverCheckOutcome.CLEARED, "ACTIVE");
    }

    /** The papers as they stand are not; waits until the driver may not work. */
    static void refuses(Account admin, UUID driverId) {
        says(admin, driverId, DriverCheckOutcome.REFUSED, "REJECTED");
    }

    private static void says(Account admin, UUID driverId, DriverCheckOutcome outcome, String status) {
        var driver = driver(admin, driverId).extract().jsonPath();
        publish(check(admin.tenant(), driverId, driver.getLong("version"), outcome));
        await().untilAsserted(() -> driver(admin, driverId).body("status", equalTo(status)));
        Accounts.wasWrittenTo(admin.tenant(), driver.getString("phone"));
    }

    private static ValidatableResponse driver(Account admin, UUID driverId) {
        return admin.call().get("/api/fleet/drivers/{id}", driverId).then().statusCode(200);
    }

    /** An answer about the papers of that version; the latest one yet. */
    static DriverCheck check(String tenant, UUID driverId, long papersOf, DriverCheckOutcome outcome) {
        return check(tenant, driverId, papersOf, outcome, SEQUENCE.incrementAndGet());
    }

    static DriverCheck check(String tenant, UUID driverId, long papersOf, DriverCheckOutcome outcome, long sequence) {
        boolean refused = outcome == DriverCheckOutcome.REFUSED;
        @Nullable LocalDate validUntil = outcome == DriverCheckOutcome.CLEARED ? LAST_DAY : null;
        return DriverCheck.newBuilder()
                .setMetadata(Events.metadata(tenant, sequence))
                .setDriverId(driverId)
                .setPapersOf(papersOf)
                .setOutcome(outcome)
                .setRefusals(refused ? List.of(NO_AUTHORISATION) : List.of())
                .setValidUntil(validUntil)
                .build();
    }

    static void publish(DriverCheck check) {
        EventSource.publish(Topics.DRIVER_CHECKS, check.getDriverId(), check);
    }
}
