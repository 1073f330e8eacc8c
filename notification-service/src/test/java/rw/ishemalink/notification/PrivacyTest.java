package rw.ishemalink.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class PrivacyTest {

    @Inject
    Jdbi jdbi;

    private final Story story = new Story(BookingKind.CARGO_DOMESTIC, Language.EN, null);

    @Test
    void addresses_and_codes_are_never_in_the_database_in_clear() {
        OutsideWorld.gatewayFailsFor(story.senderPhone);
        story.code("739154", Instant.now());
        await().until(() -> countMessages() == 1);
        assertThat(PrivacyTrial.tablesWith(jdbi, story.senderPhone)).isEmpty();
        String stored =
                jdbi.withHandle(sql -> sql.createQuery("select parameters from message where person_id = :person")
                        .bind("person", story.sender)
                        .mapTo(String.class)
                        .one());
        assertThat(stored).startsWith("v1:test:").doesNotContain("739154");
    }

    @Test
    void a_copy_goes_to_the_person_and_to_nobody_else() {
        told();
        PrivacyTrial trial = new PrivacyTrial(jdbi, "notification-service", story.sender);
        PrivacyAnswer answer = trial.ask(PrivacyWish.EXPORT);
        assertThat(answer.getService()).isEqualTo("notification-service");
        // The message, and that the phone may ask for the booking.
        assertThat(answer.getRecords()).isEqualTo(2);
        trial.part(story.sender)
                .statusCode(200)
                .body("sets.find { it.set == 'messages' }.rows[0].address", equalTo(story.senderPhone))
                .body("sets.find { it.set == 'messages' }.rows.template", hasItem("GOODS_PICKED_UP"));
        trial.part(UUID.randomUUID()).statusCode(404);
        trial.part(null).statusCode(401);
    }

    @Test
    void who_is_forgotten_is_written_to_no_more_and_leaves_no_address() {
        told();
        PrivacyTrial trial = new PrivacyTrial(jdbi, "notification-service", story.sender);
        PrivacyAnswer answer = trial.ask(PrivacyWish.ERASE);
        assertThat(answer.getRecords()).isPositive();
        assertThat(PrivacyTrial.tablesWith(jdbi, story.senderPhone)).isEmpty();
        assertThat(openAddresses()).isZero();

        // What was still under way comes after all.
        UUID late = story.booking(BookingChange.DELIVERED).getMetadata().getEventId();
        UUID later = story.code("739154", Instant.now()).getMetadata().getEventId();
        await().until(() -> wasHeard(late) && wasHeard(later));
        PrivacyAnswer again = trial.ask(PrivacyWish.ERASE);
        assertThat(again.getRecords()).isEqualTo(answer.getRecords());
        assertThat(countMessages()).isEqualTo(1);
        assertThat(openAddresses()).isZero();
    }

    private void told() {
        story.booking(BookingChange.PICKED_UP);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 1);
    }

    private boolean wasHeard(UUID eventId) {
        return jdbi.withHandle(sql -> sql.createQuery("select exists (select from inbox where event_id = :id)")
                .bind("id", eventId)
                .mapTo(Boolean.class)
                .one());
    }

    private long countMessages() {
        return count("select count(*) from message where person_id = :person");
    }

    private long openAddresses() {
        return count("select count(*) from message where person_id = :person and"
                + " (address is not null or parameters is not null or language is not null)");
    }

    private long count(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query)
                .bind("person", story.sender)
                .mapTo(Long.class)
                .one());
    }
}
