package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.local.story.Driver;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Story;

/**
 * Each part is killed twice in the middle of the story: once while money and receipts are under way, once while
 * dispatches are. Afterwards every booking has ended where it should, nothing happened twice, and the books balance.
 */
class ChaosTest {

    private static final int JOURNEYS = 3;
    private static Story story;

    @BeforeAll
    static void the_suite_is_up() {
        story = new Story(Suite.get().context());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity-service",
                "booking-service",
                "payment-service",
                "compliance-service",
                "tracking-service",
                "notification-service",
                "analytics-streams",
                "gateway",
                "kafka",
                "postgres"
            })
    void a_part_killed_in_the_middle_loses_nothing_and_repeats_nothing(String part) {
        List<Driver> drivers = Stream.generate(() -> story.cast().truckDriver("Driver"))
                .limit(JOURNEYS)
                .toList();
        List<Journey> journeys = Stream.generate(
                        () -> story.bookPotatoes(story.cast().sender("Farmer")))
                .limit(JOURNEYS)
                .toList();

        journeys.forEach(Journey::confirm);
        Suite.get().killAndRestart(part);
        journeys.forEach(Journey::awaitReceipt);

        for (int i = 0; i < JOURNEYS; i++) {
            journeys.get(i).askFor(story.dispatcher(), drivers.get(i));
        }
        Suite.get().killAndRestart(part);
        for (int i = 0; i < JOURNEYS; i++) {
            journeys.get(i).awaitStatus("ASSIGNED").pickUp(drivers.get(i)).deliver(drivers.get(i));
        }

        journeys.forEach(ChaosTest::wentOnceThroughEverything);
        assertThat(story.ledger().path("difference").asLong(-1)).isZero();
    }

    private static void wentOnceThroughEverything(Journey journey) {
        assertThat(journey.listChanges())
                .containsExactly(
                        "CREATED",
                        "CONFIRMED",
                        "PAID",
                        "RECEIPT_RECORDED",
                        "ASSIGNMENT_REQUESTED",
                        "ASSIGNED",
                        "PICKED_UP",
                        "DELIVERED");
        JsonNode receipts = story.receipt(journey).path("trail");
        assertThat(receipts).as("receipts of one sale").hasSize(1);
        JsonNode payments = story.auditor().phone().get("/api/payments?bookingId=" + journey.bookingId());
        assertThat(payments.findValuesAsText("status"))
                .as("payments of one booking")
                .contains("SUCCEEDED");
    }
}
