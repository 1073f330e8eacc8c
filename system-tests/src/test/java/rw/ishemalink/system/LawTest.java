package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.story.Driver;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Story;

/** What the state counts on, seen through the gateway on the whole suite. */
class LawTest {

    private static Story story;

    @BeforeAll
    static void the_suite_is_up() {
        story = new Story(Suite.get().context());
    }

    @Test
    void while_rras_device_is_away_goods_move_on_our_signature_and_the_official_receipt_replaces_it() {
        Driver driver = story.cast().truckDriver("Driver");
        Journey potatoes;
        story.world().deviceIs(false);
        try {
            potatoes =
                    story.bookPotatoes(story.cast().sender("Farmer")).confirm().awaitReceipt();
            assertThat(potatoes.booking().at("/receipt/locallySigned").asBoolean())
                    .isTrue();
            potatoes.assign(story.dispatcher(), driver).pickUp(driver);
        } finally {
            story.world().deviceIs(true);
        }
        await("the official receipt")
                .atMost(Suite.PATIENCE)
                .until(() -> !potatoes.booking().at("/receipt/locallySigned").asBoolean());
        potatoes.deliver(driver);
        await("both receipts on the trail").atMost(Suite.PATIENCE).untilAsserted(() -> assertThat(
                        story.auditTrail(potatoes).findValuesAsText("type"))
                .contains("compliance.events/RECEIPT_SIGNED_LOCALLY", "compliance.events/RECEIPT_ISSUED"));
    }

    @Test
    void an_authorisation_that_is_revoked_in_mid_trip_is_flagged_to_the_control_tower_and_takes_the_driver_out() {
        Driver driver = story.cast().truckDriver("Driver");
        Journey potatoes = story.bookPotatoes(story.cast().sender("Farmer"))
                .confirm()
                .awaitReceipt()
                .assign(story.dispatcher(), driver)
                .pickUp(driver);
        story.world().revokeDriver(driver, LocalDate.now(ZoneOffset.UTC).plusYears(1));

        JsonNode flag =
                await("the flag").atMost(Suite.PATIENCE).until(() -> flagOf(potatoes), found -> !found.isMissingNode());
        assertThat(flag.path("standing").asText()).isEqualTo("REVOKED");
        potatoes.deliver(driver);
        story.cast().awaitStatus(driver, "REJECTED");
        assertThat(story.cast().application(driver).at("/check/refusals/0/rule").asText())
                .isEqualTo("RURA-DRIVER-AUTHORISATION");
    }

    @Test
    void the_trail_is_intact_and_no_booking_broke_the_law_of_dispatch() {
        story.potatoesFromNyamagabeToKigali();

        JsonNode trail = story.verifyTrail();
        assertThat(trail.path("checked").asLong()).isPositive();
        assertThat(trail.path("intact").asBoolean()).as(trail.toString()).isTrue();
        JsonNode violations = story.violations();
        assertThat(violations.path("violations").asLong(-1))
                .as(violations.toString())
                .isZero();
    }

    private static JsonNode flagOf(Journey journey) {
        return story.dispatcher()
                .phone()
                .get("/api/compliance/flags?limit=200")
                .path("items")
                .valueStream()
                .filter(flag -> flag.path("bookingId").asText().equals(journey.bookingId()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
