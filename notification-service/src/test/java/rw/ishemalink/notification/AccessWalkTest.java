package rw.ishemalink.notification;

import static io.restassured.RestAssured.given;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.AccessWalk;
import rw.ishemalink.kit.testing.walk.Seeded;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class AccessWalkTest {

    private static final String PROVIDER = "A provider calls: the secret in the path and its address are the proof.";

    @Inject
    Jdbi jdbi;

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("notification-service")
                .seeded(this::toldFarmer)
                .open("POST /ussd/{secret}", PROVIDER)
                .open("POST /api/notifications/callbacks/africastalking/{secret}/delivery", PROVIDER)
                .open("POST /api/notifications/callbacks/africastalking/{secret}/inbound", PROVIDER)
                .walk();
    }

    private Seeded toldFarmer() {
        Story story = new Story(BookingKind.CARGO_DOMESTIC, Language.EN, null);
        story.booking(BookingChange.PICKED_UP);
        String messageId = messageOf(story.sender);
        UUID copy = UUID.randomUUID();
        new PrivacyTrial(jdbi, "notification-service", story.sender, copy).ask(PrivacyWish.EXPORT);
        return Seeded.of(
                Map.of("messageId", messageId, "bookingId", story.bookingId.toString(), "requestId", copy.toString()),
                Map.of("its reader", TestToken.of(Role.SENDER).person(story.sender)),
                story.senderPhone);
    }

    private static String messageOf(UUID person) {
        String token = TestToken.of(Role.SENDER).person(person).sign();
        List<String> ids = await().until(
                        () -> given().auth()
                                .oauth2(token)
                                .get("/api/notifications")
                                .jsonPath()
                                .getList("messageId", String.class),
                        Predicate.not(List::isEmpty));
        return ids.getFirst();
    }
}
