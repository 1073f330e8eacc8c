package rw.ishemalink.booking.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class PrivacyTest {

    private static final String PHONE = "+250788717273";
    private static final String EMAIL = "privacy-of-a-sender@example.rw";

    @Inject
    Jdbi jdbi;

    private final Someone sender = somebody(PHONE, EMAIL);
    private final UUID requestId = UUID.randomUUID();

    @Test
    void people_of_a_booking_are_not_in_the_database_in_clear() {
        UUID bookingId = booksAnExport("Nakato of Kampala");
        assertThat(PrivacyTrial.tablesWith(jdbi, PHONE)).isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, EMAIL)).isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, "Nakato")).isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, "Ubumwe Traders")).isEmpty();
        sender.looksAt(bookingId).body("export.consigneeName", equalTo("Nakato of Kampala"));
    }

    @Test
    void a_copy_holds_what_was_booked_and_is_the_persons_own() {
        UUID bookingId = booksAnExport("Nakato");
        PrivacyAnswer answer = trial().ask(PrivacyWish.EXPORT);
        assertThat(answer.getRecords()).isEqualTo(2); // the booking and its quote
        trial().part(sender.id())
                .statusCode(200)
                .body("sets.find { it.set == 'bookings' }.rows.booking_id", hasItem(bookingId.toString()))
                .body("sets.find { it.set == 'bookings' }.rows[0].sender_phone", equalTo(PHONE))
                .body("sets.find { it.set == 'bookings' }.rows[0].consignee_name", equalTo("Nakato"))
                .body("sets.find { it.set == 'bookings' }.rows[0].buyer_tin", equalTo("100000001"));
        trial().part(UUID.randomUUID()).statusCode(404);
        trial().part(null).statusCode(401);
    }

    @Test
    void an_open_booking_postpones_and_once_it_is_over_the_person_is_forgotten() {
        UUID bookingId = booksAnExport("Nakato");
        sender.does("confirm", bookingId).statusCode(200);
        PrivacyAnswer first = trial().ask(PrivacyWish.ERASE);
        assertThat(first.getPostponedBecause()).isEqualTo("open-bookings");
        sender.looksAt(bookingId).body("export.consigneeName", equalTo("Nakato"));

        sender.does("cancel", bookingId, Map.of("reason", "no longer needed")).statusCode(200);
        PrivacyAnswer last = trial().ask(PrivacyWish.ERASE);
        assertThat(last.getKeptBecause()).isNull();
        assertThat(last.getRecords()).isGreaterThanOrEqualTo(2);
        assertThat(row(bookingId))
                .containsEntry("sender_phone", null)
                .containsEntry("payer_phone", null)
                .containsEntry("consignee_name", null)
                .containsEntry("buyer_tin", null)
                .containsEntry("sender_id", sender.id());
        assertThat(PrivacyTrial.tablesWith(jdbi, PHONE)).isEmpty();
        sender.looksAt(bookingId).statusCode(200).body("status", equalTo("CANCELLED"));
        assertThat(trial().ask(PrivacyWish.ERASE).getRecords()).isEqualTo(last.getRecords());
        sender.posts(Journeys.booking(sender.quotes(Journeys.COFFEE)), "/api/bookings")
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:person-forgotten"));
    }

    private PrivacyTrial trial() {
        return new PrivacyTrial(jdbi, "booking-service", sender.id(), requestId);
    }

    private UUID booksAnExport(String consignee) {
        return sender.posts(
                        Map.of(
                                "quoteId",
                                sender.quotes(Journeys.COFFEE),
                                "consignee",
                                Map.of("name", consignee, "address", "Plot 1"),
                                "buyer",
                                Map.of("tin", "100000001", "name", "Ubumwe Traders Ltd", "purchaseCode", "P4K9ZD")),
                        "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
    }

    private Map<String, Object> row(UUID bookingId) {
        return jdbi.withHandle(sql -> sql.createQuery("select * from booking where booking_id = :id")
                .bind("id", bookingId)
                .mapToMap()
                .one());
    }

    private static Someone somebody(String phone, String email) {
        UUID id = UUID.randomUUID();
        return new Someone(
                id,
                TestToken.of(Role.SENDER)
                        .person(id)
                        .phone(phone)
                        .email(email)
                        .language("rw")
                        .sign());
    }
}
