package rw.ishemalink.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;

/** People send a tracking code and are told where their goods are. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class StatusByTextTest {

    @Inject
    Jdbi jdbi;

    private final Story story = new Story(BookingKind.CARGO_DOMESTIC, Language.FR, null);

    @Test
    void the_sender_is_told_in_their_language_and_anybody_else_that_there_is_none() {
        known();
        Callbacks.text(
                story.senderPhone,
                "ish " + story.code.substring(4),
                UUID.randomUUID().toString());
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).stream()
                .anyMatch(text -> text.contains(story.code) && text.contains("véhicule trouvé")));

        String stranger = OutsideWorld.newPhone();
        OutsideWorld.phoneIsOn(stranger);
        Callbacks.text(stranger, story.code, UUID.randomUUID().toString());
        await().until(() -> !OutsideWorld.textsTo(stranger).isEmpty());
        assertThat(OutsideWorld.textsTo(stranger).getFirst())
                .contains(story.code)
                .contains("nta ")
                .doesNotContain("imodoka");
    }

    @Test
    void the_receiver_may_ask_too() {
        OutsideWorld.phoneIsOn(story.receiverPhone);
        known();
        Callbacks.text(story.receiverPhone, story.code, UUID.randomUUID().toString());
        await().until(() ->
                OutsideWorld.textsTo(story.receiverPhone).stream().anyMatch(text -> text.contains("véhicule trouvé")));
    }

    @Test
    void no_phone_lies_in_clear_beside_a_booking() {
        known();
        assertThat(PrivacyTrial.tablesWith(jdbi, story.receiverPhone)).isEmpty();
    }

    private void known() {
        story.booking(BookingChange.ASSIGNMENT_REQUESTED);
        await().until(() -> jdbi.withHandle(
                sql -> sql.createQuery("select exists (select from tracked_booking where booking_id = :id)")
                        .bind("id", story.bookingId)
                        .mapTo(Boolean.class)
                        .one()));
    }
}
