package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.RefusedException;
import rw.ishemalink.local.story.Story;
import rw.ishemalink.local.story.TrackedTrip;

/** The suite's story: two shipments, a ride, a load that is followed, a refusal and a payment that never comes. */
class StoryTest {

    private static Story story;

    @BeforeAll
    static void the_suite_is_up() {
        story = new Story(Suite.get().context());
    }

    @Test
    void potatoes_travel_from_nyamagabe_to_kigali() {
        Journey potatoes = story.potatoesFromNyamagabeToKigali();

        assertThat(potatoes.listChanges())
                .containsExactly(
                        "CREATED",
                        "CONFIRMED",
                        "PAID",
                        "RECEIPT_RECORDED",
                        "ASSIGNMENT_REQUESTED",
                        "ASSIGNED",
                        "PICKED_UP",
                        "DELIVERED",
                        "RATED");
        assertThat(potatoes.booking().at("/receipt/locallySigned").asBoolean()).isFalse();
        assertThat(story.receipt(potatoes).isMissingNode()).isFalse();
    }

    @Test
    void coffee_travels_from_huye_to_kampala_with_a_manifest_and_an_inspection() {
        Journey coffee = story.coffeeFromHuyeToKampala();

        assertThat(coffee.listChanges())
                .containsSubsequence(
                        "PAID",
                        "CARNET_GIVEN",
                        "SEALED",
                        "ASSIGNED",
                        "PICKED_UP",
                        "ARRIVED_AT_BORDER",
                        "HELD_AT_BORDER",
                        "HOLD_RELEASED",
                        "LEFT_BORDER",
                        "DELIVERED",
                        "RATED");
        assertThat(story.manifest(coffee))
                .contains("<Awmds")
                .contains("0901")
                .contains("Kampala Roasters Ltd")
                .contains(coffee.booking().at("/export/seals/0/number").asText())
                .contains(coffee.booking().at("/export/rctgReference").asText());
    }

    @Test
    void a_moto_rides_across_kigali_though_the_driver_accepted_before_the_money_came() {
        Journey ride = story.motoRideInKigali();

        assertThat(ride.status()).isEqualTo("DELIVERED");
        assertThat(ride.listChanges().indexOf("PAID"))
                .isLessThan(ride.listChanges().indexOf("ASSIGNED"));
    }

    @Test
    void a_load_is_followed_on_a_link_and_leaves_a_track() {
        TrackedTrip potatoes = story.potatoesFollowedOnALink();

        assertThat(potatoes.journey().status()).isEqualTo("DELIVERED");
        assertThat(potatoes.awaitTrack(2).at("/properties/distanceMetres").asLong())
                .isBetween(150L, 250L);
    }

    @Test
    void a_driver_whose_authorisation_has_expired_is_refused_and_the_rule_is_named() {
        Journey potatoes = story.refusedDispatch();

        assertThat(potatoes.status()).isEqualTo("PAID");
        assertThat(potatoes.listChanges()).endsWith("ASSIGNMENT_REQUESTED", "ASSIGNMENT_REFUSED");
        JsonNode decisions =
                story.auditor().phone().get("/api/compliance/bookings/" + potatoes.bookingId() + "/decisions");
        assertThat(decisions.toString()).contains("RURA-DRIVER-AUTHORISATION");
    }

    @Test
    void a_payment_that_never_comes_fails_the_booking_and_tells_the_sender() {
        Journey potatoes = Suite.get().withPaymentWindow(Duration.ofSeconds(10), story::paymentThatNeverComes);

        assertThat(potatoes.listChanges()).containsExactly("CREATED", "CONFIRMED", "FAILED");
        awaitSomething("the reason in the audit trail", () -> findAudit(potatoes, "Auto-cancelled: payment timeout"));
    }

    private static Optional<String> findAudit(Journey journey, String reason) {
        try {
            return Optional.of(story.auditTrail(journey).toString()).filter(trail -> trail.contains(reason));
        } catch (RefusedException notYet) {
            return Optional.empty();
        }
    }

    @Test
    void the_ledger_balances_to_the_franc() {
        story.potatoesFromNyamagabeToKigali();

        JsonNode ledger = story.ledger();
        assertThat(ledger.path("debits").asLong()).isPositive();
        assertThat(ledger.path("difference").asLong(-1)).isZero();
    }

    @Test
    void a_delivery_is_on_the_leaderboard() {
        Journey ride = story.motoRideInKigali();
        String driverId = ride.booking().at("/assignment/driverId").asText();

        JsonNode driver = awaitSomething("the driver on the leaderboard", () -> findRanked(driverId));
        assertThat(driver.path("deliveries").asLong()).isOne();
    }

    /** Among the hundred best: all tests together make fewer drivers. */
    private static Optional<JsonNode> findRanked(String driverId) {
        JsonNode answer = story.auditor().phone().get("/api/analytics/drivers/leaderboard?limit=100");
        return answer.path("drivers")
                .valueStream()
                .filter(driver -> driver.path("driverId").asText().equals(driverId))
                .findFirst();
    }

    @Test
    void a_stranger_does_not_learn_that_a_booking_exists() {
        Journey potatoes = story.refusedDispatch();
        var stranger = story.cast().sender("Stranger");

        assertThat(org.junit.jupiter.api.Assertions.assertThrows(RefusedException.class, () -> stranger.phone()
                                .get("/api/bookings/" + potatoes.bookingId()))
                        .status())
                .isEqualTo(404);
    }

    private static <T> T awaitSomething(String what, Supplier<Optional<T>> look) {
        return new Patience(Suite.PATIENCE).await(what, look);
    }
}
