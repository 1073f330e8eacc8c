package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.compliance.story.Authorities.Line;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.Buyer;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.gov.RraReceipt;

/** Registered taxpayers buy, for receipts that they can deduct: RRA checks their TIN and purchase code. */
@QuarkusTest
class BuyerStoryTest extends StoryTest {

    private static final Buyer BUYER = new Buyer("100000017", "Ubumwe Traders Ltd", "AB12CD");
    private static final Map<String, Object> ANOTHER =
            Map.of("buyer", Map.of("tin", "100000017", "name", "Ubumwe Traders Ltd", "purchaseCode", "ZZ99ZZ"));
    private static final Map<String, Object> NOBODY = Map.of();

    private Journey journey = Journey.with(Line.VSDC.tenant).boughtBy(BUYER);

    @ParameterizedTest
    @EnumSource(names = {"VSDC", "OSDC"})
    void a_taxpayer_is_named_to_the_device_and_to_rra_and_its_refund_without_the_code(Line line) {
        journey = Journey.with(line.tenant).boughtBy(BUYER);
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        journey.isCancelled("changed my mind");
        awaitEvent(journey, ComplianceChange.RECEIPT_CREDITED);

        assertThat(authorities.sentToDevice(line.sales, journey).getFirst().getBodyAsString())
                .contains("\"custTin\":\"100000017\"", "\"custNm\":\"Ubumwe Traders Ltd\"", "\"prcOrdCd\":\"AB12CD\"");
        assertThat(authorities.sentToDevice(line.sales, journey).getLast().getBodyAsString())
                .contains("\"rcptTyCd\":\"R\"", "\"custTin\":\"100000017\"")
                .doesNotContain("prcOrdCd");
        try (EventTap feed = EventTap.on(Topics.GOV_RRA_RECEIPTS)) {
            RraReceipt told =
                    feed.awaitOne(RraReceipt.class, one -> one.getBookingId().equals(journey.bookingId()));
            assertThat(told.getBuyerTin()).isEqualTo("100000017");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VSDC, 881, purchase-code-missing",
        "VSDC, 882, purchase-code-invalid",
        "VSDC, 883, purchase-code-used",
        "VSDC, 884, buyer-tin-invalid",
        "OSDC, 882, purchase-code-invalid",
        "ETIMS, E04, receipt-refused"
    })
    void what_rra_refuses_of_a_buyer_is_parked_with_words_that_people_can_act_on(
            Line line, String code, String problem) {
        journey = Journey.with(line.tenant).boughtBy(BUYER);
        authorities.deviceAnswers(line.sales, journey, code);
        journey.isPaid();
        awaitParked(journey);

        given().auth()
                .oauth2(sender().tenant(line.tenant).sign())
                .get("/api/compliance/bookings/{id}/receipt", journey.bookingId())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:" + problem));
        assertThat(count("select count(*) from device_exchange join receipt_job using (job_id) where booking_id = '"
                        + journey.bookingId() + "' and answer like '%" + code + "%'"))
                .isEqualTo(1);
    }

    @Test
    void with_another_code_the_sale_is_sent_again() {
        refused("883");
        authorities.areAtWork();
        retry(sender(), ANOTHER).statusCode(202);

        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        assertThat(authorities
                        .sentToDevice(Authorities.SALES, journey)
                        .getLast()
                        .getBodyAsString())
                .contains("\"prcOrdCd\":\"ZZ99ZZ\"");
        retry(sender(), ANOTHER).statusCode(409).body("type", equalTo("urn:ishemalink:problem:receipt-not-refused"));
    }

    @Test
    void staff_can_have_a_receipt_that_names_nobody() {
        refused("884");
        authorities.areAtWork();
        retry(TestToken.of(Role.DISPATCHER), NOBODY).statusCode(202);

        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        assertThat(authorities
                        .sentToDevice(Authorities.SALES, journey)
                        .getLast()
                        .getBodyAsString())
                .doesNotContain("custTin");
    }

    @Test
    void a_refused_sale_of_a_cancelled_booking_is_not_sent_again() {
        refused("882");
        journey.isCancelled("changed my mind");
        awaitHandled(journey.tellsOldNews());

        retry(sender(), ANOTHER).statusCode(409);
    }

    @Test
    void nobody_else_has_a_sale_sent_again() {
        refused("882");

        for (TestToken other : new TestToken[] {
            TestToken.of(Role.SENDER),
            TestToken.of(Role.DRIVER),
            TestToken.of(Role.DISPATCHER).tenant("geo"),
            sender().tenant("geo")
        }) {
            retry(other, ANOTHER).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-booking"));
        }
        for (Role onlooker : new Role[] {Role.GOVERNMENT, Role.AUDITOR}) {
            retry(TestToken.of(onlooker), ANOTHER).statusCode(403);
        }
        given().contentType(ContentType.JSON)
                .body(ANOTHER)
                .post("/api/compliance/bookings/{id}/receipt", journey.bookingId())
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"12345, Ubumwe, AB12CD, tin", "100000017, '', AB12CD, name", "100000017, Ubumwe, AB-1, purchaseCode"})
    void a_buyer_of_the_wrong_form_is_refused_with_the_field(String tin, String name, String code, String field) {
        refused("882");
        retry(sender(), Map.of("buyer", Map.of("tin", tin, "name", name, "purchaseCode", code)))
                .statusCode(400)
                .body("errors[0].field", containsString(field));
    }

    private void refused(String code) {
        authorities.deviceAnswers(journey, code);
        journey.isPaid();
        awaitParked(journey);
    }

    private TestToken sender() {
        return TestToken.of(Role.SENDER).person(journey.senderId());
    }

    private ValidatableResponse retry(TestToken who, Map<String, Object> body) {
        return given().auth()
                .oauth2(who.sign())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/compliance/bookings/{id}/receipt", journey.bookingId())
                .then();
    }
}
