package rw.ishemalink.booking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.booking.testing.Trip;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.AccessWalk;
import rw.ishemalink.kit.testing.walk.Seeded;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AccessWalkTest {

    @Inject
    Jdbi jdbi;

    private static final String ANSWERED_ONE_BY_ONE =
            "The answer repeats the ids that were sent; what is not the caller's is REFUSED in it (OnBehalf).";

    private static final String POTATOES = """
            {"journey":{"kind":"CARGO_DOMESTIC","origin":{"district":"Nyamagabe"},"destination":{"district":"11"},\
            "commodity":"irish-potatoes","weightKg":2000,"packages":20},"syncId":"${new}"}""";

    private static final String CANCELLED_ON_THE_ROAD = """
            {"device":"walk","actions":[{"syncId":"${new}","type":"CANCEL","clientTime":"2026-11-01T10:00:00Z",\
            "bookingId":"${bookingId}","reason":"rain"}]}""";

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("booking-service")
                .seeded(this::coffeeUnderWay)
                .body("POST /api/bookings", POTATOES)
                .body("POST /api/sync", CANCELLED_ON_THE_ROAD)
                .acrossTenants("POST /api/sync", ANSWERED_ONE_BY_ONE)
                .forStrangers("POST /api/sync", ANSWERED_ONE_BY_ONE)
                .walk();
    }

    private Seeded coffeeUnderWay() {
        Someone sender = Someone.sender();
        UUID quoteId = sender.quotes(Journeys.COFFEE);
        Trip trip = Trip.assigned(sender, Journeys.booking(quoteId)).pickedUp();
        UUID copy = UUID.randomUUID();
        new PrivacyTrial(jdbi, "booking-service", sender.id(), copy).ask(PrivacyWish.EXPORT);
        return new Seeded(
                Someone.TENANT,
                trip.driver().operatorId(),
                Map.of(
                        "bookingId", trip.bookingId().toString(),
                        "driverId", trip.driver().driverId().toString(),
                        "quoteId", quoteId.toString(),
                        "requestId", copy.toString()),
                Map.of(
                        "its sender", TestToken.of(Role.SENDER).person(sender.id()),
                        "its driver",
                                TestToken.of(Role.DRIVER).person(trip.driver().driverId())),
                List.of("sender@example.rw"));
    }
}
