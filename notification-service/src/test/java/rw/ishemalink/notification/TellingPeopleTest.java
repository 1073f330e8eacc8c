package rw.ishemalink.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.notification.Channel;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;
import rw.ishemalink.schemas.notification.RequestedTemplate;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class TellingPeopleTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_farmer_is_told_of_the_pick_up_in_kinyarwanda_and_of_nothing_else() {
        Story potatoes = new Story(BookingKind.CARGO_DOMESTIC, Language.RW, null);
        potatoes.booking(BookingChange.CONFIRMED);
        potatoes.booking(BookingChange.ASSIGNED);
        potatoes.booking(BookingChange.PICKED_UP);
        potatoes.booking(BookingChange.DELIVERED);
        BookingEvent failed = potatoes.booking(BookingChange.FAILED);

        // The order of the topic is kept, so with the last one any message of those between would be written down too.
        awaitTexts(potatoes.senderPhone, 2);
        assertThat(templatesFor(potatoes.sender)).containsExactlyInAnyOrder("GOODS_PICKED_UP", "PAYMENT_TIMED_OUT");
        assertThat(OutsideWorld.textsTo(potatoes.senderPhone))
                .anySatisfy(text -> assertThat(text).contains("ISH-7K2M9QXZ", "byapakiwe", "RAB 123 C", "Kigali"))
                .anySatisfy(text -> assertThat(text).contains("Ongera"));
        assertThat(failed.getBooking().getBookingId()).isEqualTo(potatoes.bookingId);
    }

    @Test
    void a_repeated_event_sends_once() {
        Story ride = new Story(BookingKind.RIDE, Language.EN, null);
        BookingEvent assigned = ride.booking(BookingChange.ASSIGNED);
        Story.publish(assigned);
        Story.publish(assigned);
        BookingEvent failed = ride.booking(BookingChange.FAILED);
        Story.publish(failed);

        awaitTexts(ride.senderPhone, 2);
        ride.booking(BookingChange.FAILED);
        awaitTexts(ride.senderPhone, 3);
        assertThat(templatesFor(ride.sender))
                .containsExactlyInAnyOrder("RIDE_ASSIGNED", "PAYMENT_TIMED_OUT", "PAYMENT_TIMED_OUT");
        assertThat(OutsideWorld.textsTo(ride.senderPhone))
                .filteredOn(text -> text.contains("RAB 123 C"))
                .hasSize(1);
    }

    @Test
    void an_exporter_with_an_email_is_asked_for_the_customs_documents_in_french() throws MessagingException {
        String email = "exporter-%s@example.rw".formatted(Story.newPhone().substring(1));
        Story coffee = new Story(BookingKind.CARGO_INTERNATIONAL, Language.FR, email);
        coffee.booking(BookingChange.ASSIGNED);
        coffee.booking(BookingChange.ARRIVED_AT_BORDER);

        await().until(() -> OutsideWorld.mailsTo(email).size() == 1);
        var mail = OutsideWorld.mailsTo(email).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Documents de douane pour votre export ISH-7K2M9QXZ");
        assertThat(OutsideWorld.bodyOf(mail)).contains("Gatuna", "facture commerciale");
        awaitTexts(coffee.senderPhone, 2);
        assertThat(OutsideWorld.textsTo(coffee.senderPhone))
                .anySatisfy(text -> assertThat(text).contains("poste frontière Gatuna"));
    }

    @Test
    void an_exporter_hears_at_once_that_customs_hold_the_goods_and_why() {
        Story coffee = new Story(BookingKind.CARGO_INTERNATIONAL, Language.RW, null);
        coffee.booking(BookingChange.HELD_AT_BORDER, "papers missing");

        awaitTexts(coffee.senderPhone, 1);
        assertThat(OutsideWorld.textsTo(coffee.senderPhone).getFirst())
                .contains("gasutamo yahagaritse", "ISH-7K2M9QXZ", "Gatuna", "papers missing");
    }

    @Test
    void a_driver_is_told_of_the_job_even_when_the_fleet_tells_of_the_driver_later() {
        Story coffee = new Story(BookingKind.CARGO_INTERNATIONAL, Language.EN, null);
        coffee.booking(BookingChange.ASSIGNED);
        awaitTexts(coffee.senderPhone, 1);
        assertThat(OutsideWorld.textsTo(coffee.driverPhone)).isEmpty();

        coffee.driverOnboarded(Language.FR);

        awaitTexts(coffee.driverPhone, 1);
        assertThat(OutsideWorld.textsTo(coffee.driverPhone).getFirst())
                .contains("la course ISH-7K2M9QXZ est à vous", "Huye - Kampala");
    }

    @Test
    void a_driver_is_offered_a_ride_and_a_load_in_the_own_language() {
        Story driver = new Story(BookingKind.RIDE, Language.RW, null);
        Map<String, String> ride = Map.of(
                "trackingCode",
                "ISH-7K2M9QXZ",
                "from",
                "Remera",
                "to",
                "Nyabugogo",
                "francs",
                "1100",
                "seconds",
                "3600");
        driver.request(RequestedTemplate.RIDE_OFFER, Instant.now(), ride);
        Map<String, String> load = new HashMap<>(ride);
        load.put("kilograms", "1500");
        driver.request(RequestedTemplate.CARGO_OFFER, Instant.now(), load);

        awaitTexts(driver.senderPhone, 2);
        assertThat(OutsideWorld.textsTo(driver.senderPhone))
                .containsExactlyInAnyOrder(
                        "IshemaLink: urugendo ISH-7K2M9QXZ: Remera - Nyabugogo, RWF 1.100."
                                + " Emera muri porogaramu mu masegonda 3.600.",
                        "IshemaLink: umuzigo ISH-7K2M9QXZ, kg 1.500: Remera - Nyabugogo, RWF 1.100."
                                + " Emera muri porogaramu mu masegonda 3.600.");
    }

    @Test
    void a_request_that_lacks_what_its_text_needs_goes_to_the_dead_letters() {
        Story receiver = new Story(BookingKind.CARGO_DOMESTIC, Language.EN, null);
        receiver.request(RequestedTemplate.DELIVERY_CODE, Instant.now(), Map.of("code", "493021"));
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.NOTIFICATION_REQUESTS)) {
            dead.awaitRecord(record -> receiver.sender.toString().equals(record.key()));
        }
        assertThat(templatesFor(receiver.sender)).isEmpty();
    }

    @Test
    void who_was_told_what_is_published_without_the_text() {
        Story ride = new Story(BookingKind.RIDE, Language.EN, null);
        BookingEvent assigned = ride.booking(BookingChange.ASSIGNED);
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_EVENTS)) {
            NotificationEvent sent = tap.awaitOne(
                    NotificationEvent.class,
                    e -> ride.bookingId.equals(e.getBookingId()) && ride.sender.equals(e.getPersonId()));
            assertThat(sent.getChange()).isEqualTo(NotificationChange.SENT);
            assertThat(sent.getChannel()).isEqualTo(Channel.SMS);
            assertThat(sent.getTemplate()).isEqualTo("RIDE_ASSIGNED");
            assertThat(sent.getMetadata().getCausationId())
                    .isEqualTo(assigned.getMetadata().getEventId());
            assertThat(sent.getMetadata().getCorrelationId())
                    .isEqualTo(assigned.getMetadata().getCorrelationId());
            assertThat(sent.toString()).doesNotContain(ride.senderPhone).doesNotContain("RAB 123 C");
        }
    }

    /** Every message to the person that was written down, whether it has gone out yet or not. */
    private List<String> templatesFor(UUID person) {
        return jdbi.withHandle(sql -> sql.createQuery("select template from message where person_id = :person")
                .bind("person", person)
                .mapTo(String.class)
                .list());
    }

    private static void awaitTexts(String phone, int count) {
        await().untilAsserted(() -> {
            List<String> texts = OutsideWorld.textsTo(phone);
            assertThat(texts).hasSize(count);
        });
    }
}
