package rw.ishemalink.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;

/** Phones of Uganda are routed to the operator's own short message centre, and to Africa's Talking when it is away. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class SmppTest {

    /** ESME_RSYSERR and ESME_RINVDSTADR (SMPP 3.4 § 5.1.3). */
    private static final int SYSTEM_ERROR = 8;

    private static final int WRONG_NUMBER = 11;

    @Inject
    Jdbi jdbi;

    private final Story story = Story.inUganda(BookingKind.RIDE, Language.FR);
    private final ShortMessageCentre centre = OutsideWorld.CENTRE;

    @Test
    void a_text_goes_out_in_the_gsm_alphabet_and_its_receipt_is_heard() {
        story.booking(BookingChange.FAILED);
        await().until(() -> centre.textsTo(story.senderPhone).size() == 1);
        ShortMessageCentre.Submitted text = centre.textsTo(story.senderPhone).getFirst();
        assertThat(text.from()).isEqualTo("IshemaLink");
        assertThat(text.coding()).isZero();
        // é is 05 and à 7F in that alphabet.
        assertThat(text.text()).contains("r\u0005servation ISH-7K2M9QXZ termin\u0005e", "payer \u007f nouveau");
        assertThat(OutsideWorld.textsTo(story.senderPhone)).isEmpty();

        await().until(() -> "SENT".equals(column("status")));
        centre.report(story.senderPhone, text.id(), "DELIVRD");
        await().until(() -> "DELIVERED".equals(column("status")));
        assertThat(column("provider")).isEqualTo("SMPP");
    }

    @Test
    void a_text_that_did_not_arrive_is_said_so() {
        story.booking(BookingChange.FAILED);
        await().until(() -> "SENT".equals(column("status")));
        centre.report(
                story.senderPhone, centre.textsTo(story.senderPhone).getFirst().id(), "UNDELIV");
        await().until(() -> "UNDELIVERED".equals(column("status")));
        assertThat(column("reason")).isEqualTo("UNDELIV 042");
    }

    @Test
    void when_the_centre_cannot_the_next_provider_does() {
        centre.refuse(story.senderPhone, SYSTEM_ERROR);
        story.booking(BookingChange.FAILED);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 1);
        await().until(() -> "AFRICAS_TALKING".equals(column("provider")));
    }

    @Test
    void a_number_that_does_not_exist_is_not_tried_elsewhere() {
        centre.refuse(story.senderPhone, WRONG_NUMBER);
        story.booking(BookingChange.FAILED);
        await().until(() -> "FAILED".equals(column("status")));
        assertThat(column("reason")).isEqualTo("SMPP 0xb");
        assertThat(OutsideWorld.textsTo(story.senderPhone)).isEmpty();
    }

    @Test
    void a_lost_session_is_bound_again() {
        story.booking(BookingChange.FAILED);
        await().until(() -> centre.textsTo(story.senderPhone).size() == 1);
        centre.hangUp();
        await().until(() -> {
            Story later = Story.inUganda(BookingKind.RIDE, Language.EN);
            later.booking(BookingChange.FAILED);
            await().until(() -> !centre.textsTo(later.senderPhone).isEmpty()
                    || !OutsideWorld.textsTo(later.senderPhone).isEmpty());
            return !centre.textsTo(later.senderPhone).isEmpty();
        });
    }

    @Test
    void a_text_of_a_phone_is_heard() {
        story.booking(BookingChange.FAILED);
        await().until(() -> centre.textsTo(story.senderPhone).size() == 1);
        centre.text(story.senderPhone, "ARRET");
        await().until(() -> centre.textsTo(story.senderPhone).size() == 2);
        assertThat(centre.textsTo(story.senderPhone).getLast().text()).contains("START");
    }

    private String column(String name) {
        List<String> values = jdbi.withHandle(
                sql -> sql.createQuery("select (" + name + ")::text from message where person_id = :person")
                        .bind("person", story.sender)
                        .mapTo(String.class)
                        .list());
        return values.isEmpty() ? "-" : values.getFirst();
    }
}
