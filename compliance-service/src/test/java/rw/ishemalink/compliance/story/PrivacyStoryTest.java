package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyWish;

/** What becomes of what the state keeps, when a sender or a driver asks to be forgotten. */
@QuarkusTest
class PrivacyStoryTest extends StoryTest {

    @Test
    void a_drivers_licence_number_is_sealed_and_goes_when_the_driver_does() {
        Driver driver = onboardedDriver();
        String stored = licenceOf(driver);
        assertThat(stored).startsWith("v1:test:");
        PrivacyTrial trial = new PrivacyTrial(jdbi, "compliance-service", driver.driverId());
        assertThat(trial.ask(PrivacyWish.EXPORT).getRecords()).isEqualTo(1);
        trial.part(driver.driverId())
                .statusCode(200)
                .body(
                        "sets.find { it.set == 'driver' }.rows[0].driver_id",
                        equalTo(driver.driverId().toString()))
                .body("sets.find { it.set == 'driver' }.rows[0].licence_number", equalTo(driver.licenceNumber()));
        trial.part(UUID.randomUUID()).statusCode(404);
        trial.part(null).statusCode(401);

        PrivacyTrial leaving = new PrivacyTrial(jdbi, "compliance-service", driver.driverId());
        assertThat(leaving.ask(PrivacyWish.ERASE).getKeptBecause()).isNull();
        assertThat(licenceOf(driver)).isNull();
        awaitHandled(driver.tells(Driver.FAR_AWAY, 2));
        assertThat(licenceOf(driver)).isNull();
    }

    @Test
    void receipts_stay_and_places_go() {
        Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
        journey.isConfirmed();
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        await().until(this::receiptsAreDone);
        PrivacyTrial trial = new PrivacyTrial(jdbi, "compliance-service", journey.senderId());
        PrivacyAnswer answer = trial.ask(PrivacyWish.ERASE);
        assertThat(answer.getKept()).isEqualTo(1);
        assertThat(answer.getKeptBecause()).contains("Law 020/2023");
        assertThat(answer.getRecords()).isEqualTo(1);
        assertThat(trial.ask(PrivacyWish.ERASE).getRecords()).isEqualTo(1);
    }

    private @Nullable String licenceOf(Driver driver) {
        return jdbi.withHandle(sql -> sql.createQuery("select licence_number from driver_record where driver_id = :id")
                .bind("id", driver.driverId())
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }
}
