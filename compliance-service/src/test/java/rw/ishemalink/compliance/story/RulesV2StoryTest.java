package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.RuleOutcome;

/** Once the second set of rules is in force, the papers of the vehicle are asked for. */
@QuarkusTest
@TestProfile(RulesV2StoryTest.InForce.class)
class RulesV2StoryTest extends StoryTest {

    /** Read by {@link OutsideWorld}, whose settings beat a profile's. */
    static final String FIRST_DAY = "test.rules-v2-from";

    /** In force since long ago. */
    public static final class InForce implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(FIRST_DAY, "2020-01-01");
        }
    }

    private final LocalDate today = LicenceClock.dayOf(new LicenceClock().now());
    private final Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);

    @Test
    void with_all_papers_a_truck_is_cleared_until_its_next_inspection_by_the_set_in_force() {
        LocalDate inspectedOn = today.minusMonths(1);
        Driver driver = onboardedDriver();
        authorities.registerKnows(driver, "2099-12-31");
        authorities.registerKnowsPapers(driver, inspectedOn.toString(), "2099-12-31");

        DispatchDecision decision = decided(driver, ComplianceChange.DISPATCH_CLEARED);

        assertThat(decision.getRules()).hasSize(14).allMatch(RuleOutcome::getMet);
        assertThat(decision.getValidUntil()).isEqualTo(inspectedOn.plusMonths(6));
        given().auth()
                .oauth2(TestToken.of(Role.GOVERNMENT).sign())
                .header("Accept-Language", "fr")
                .get("/api/compliance/bookings/{id}/decisions", journey.bookingId())
                .then()
                .body("ruleSet", contains("V2"))
                .body("validUntil", contains(equalTo(inspectedOn.plusMonths(6).toString())))
                .body("[0].rules.text", hasItem("Le véhicule est assuré."));
    }

    @Test
    void a_truck_inspected_too_long_ago_is_refused_and_the_refusal_names_the_rule() {
        Driver driver = onboardedDriver();
        authorities.registerKnows(driver, "2099-12-31");
        authorities.registerKnowsPapers(driver, today.minusMonths(7).toString(), "2099-12-31");

        assertThat(decided(driver, ComplianceChange.DISPATCH_REFUSED).getRules())
                .filteredOn(rule -> !rule.getMet())
                .extracting(RuleOutcome::getRuleId)
                .containsExactly("RNP-TECHNICAL-INSPECTION");
    }

    private DispatchDecision decided(Driver driver, ComplianceChange change) {
        journey.isPaid();
        journey.asksFor(driver);
        return awaitEvent(journey, change).getDecision();
    }
}
