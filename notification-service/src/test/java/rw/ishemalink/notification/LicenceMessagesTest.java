package rw.ishemalink.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.licence.HolderKind;
import rw.ishemalink.schemas.licence.LicenceChange;
import rw.ishemalink.schemas.licence.LicenceEvent;
import rw.ishemalink.schemas.licence.LicenceKind;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class LicenceMessagesTest {

    @Inject
    Jdbi jdbi;

    private final Story story = new Story(BookingKind.CARGO_DOMESTIC, Language.EN, null);

    @Test
    void drivers_are_told_in_their_language_that_a_licence_was_taken_away() {
        story.driverOnboarded(Language.FR);
        tells(story.driver, HolderKind.DRIVER, LicenceKind.DRIVER_AUTHORISATION, LicenceChange.REVOKED);

        awaitTexts(1);
        assertThat(OutsideWorld.textsTo(story.driverPhone).getFirst())
                .contains("autorisation chauffeur", "31/12/2026", "retrait");
    }

    @Test
    void what_concerns_vehicle_and_operator_is_told_to_who_drives_for_them() {
        story.driverOnboarded(Language.RW);
        await().until(() -> ties().size() == 2);
        tells(ties().getFirst(), HolderKind.VEHICLE, LicenceKind.INSURANCE, LicenceChange.EXPIRING);
        tells(ties().getLast(), HolderKind.OPERATOR, LicenceKind.OPERATOR_LICENCE, LicenceChange.EXPIRED);

        awaitTexts(2);
        assertThat(OutsideWorld.textsTo(story.driverPhone))
                .anySatisfy(text -> assertThat(text).contains("ubwishingizi bw'imodoka", "birangira"))
                .anySatisfy(text -> assertThat(text).contains("uruhushya rw'ikigo", "byarangiye"));
    }

    @Test
    void good_news_and_a_repeat_send_nothing() {
        story.driverOnboarded(Language.EN);
        tells(story.driver, HolderKind.DRIVER, LicenceKind.DRIVING_LICENCE, LicenceChange.RECORDED);
        LicenceEvent expiring =
                tells(story.driver, HolderKind.DRIVER, LicenceKind.DRIVING_LICENCE, LicenceChange.EXPIRING);
        EventSource.publish(Topics.LICENCE_EVENTS, story.driver, expiring);
        tells(story.driver, HolderKind.DRIVER, LicenceKind.DRIVING_LICENCE, LicenceChange.REINSTATED);
        tells(story.driver, HolderKind.DRIVER, LicenceKind.DRIVING_LICENCE, LicenceChange.EXPIRED);

        // The key's order is kept, so with the last one any message of those between would be written down too.
        awaitTexts(2);
        assertThat(OutsideWorld.textsTo(story.driverPhone))
                .filteredOn(text -> text.contains("ends on"))
                .hasSize(1);
    }

    private static LicenceEvent tells(UUID holderId, HolderKind holder, LicenceKind kind, LicenceChange change) {
        LicenceEvent event = LicenceEvent.newBuilder()
                .setMetadata(Events.metadata("ishemalink", 1))
                .setChange(change)
                .setHolderId(holderId)
                .setHolderKind(holder)
                .setLicenceKind(kind)
                .setNumber("RURA-1")
                .setValidUntil(LocalDate.of(2026, 12, 31))
                .build();
        EventSource.publish(Topics.LICENCE_EVENTS, holderId, event);
        return event;
    }

    /** The vehicle and the operator of the story's driver, once the service knows them. */
    private List<UUID> ties() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                        select unnest(array[vehicle_id, operator_id]) from driver_contact
                         where driver_id = :driver and operator_id is not null""")
                .bind("driver", story.driver)
                .mapTo(UUID.class)
                .list());
    }

    private void awaitTexts(int count) {
        await().untilAsserted(() ->
                assertThat(OutsideWorld.textsTo(story.driverPhone)).hasSize(count));
    }
}
