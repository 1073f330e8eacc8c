package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;

/** People fetch their receipt. */
@QuarkusTest
class PrintStoryTest extends StoryTest {

    private static final String PDF = "application/pdf";
    private static final String TEXT = "text/plain";

    private final Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);

    @ParameterizedTest
    @CsvSource({"en, TOTAL TAX", "rw, UMUSORO WOSE", "fr, TOTAL TVA"})
    void the_first_print_is_the_receipt_and_all_others_are_copies(String language, String words) {
        isSold();
        given().auth()
                .oauth2(sender().sign())
                .accept(TEXT)
                .header("Accept-Language", language)
                .get("/api/receipts/{id}/print", journey.bookingId())
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Cache-Control", "no-store")
                .body(containsString(words))
                .body(containsString("SDC INFORMATION"))
                .body(containsString(" NS"))
                .body(not(containsString(" CS")));
        print(sender(), TEXT, journey.bookingId())
                .statusCode(200)
                .body(containsString(" CS"))
                .body(containsString("THIS IS NOT AN OFFICIAL RECEIPT"));
    }

    @Test
    void a_pdf_is_what_comes_unless_something_else_is_asked_for() {
        isSold();
        byte[] pdf = given().auth()
                .oauth2(sender().sign())
                .get("/api/receipts/{id}/print", journey.bookingId())
                .then()
                .statusCode(200)
                .contentType(PDF)
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 5, US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void the_code_alone_is_no_print() {
        isSold();
        print(sender(), "image/png", journey.bookingId()).statusCode(200).contentType("image/png");
        print(sender(), "image/svg+xml", journey.bookingId()).statusCode(200).body(containsString("<svg"));
        print(sender(), TEXT, journey.bookingId()).body(not(containsString(" CS")));
    }

    @Test
    void each_receipt_of_a_booking_can_be_had_by_its_own_id() {
        authorities.deviceIsAway();
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_SIGNED_LOCALLY);
        print(sender(), TEXT, journey.bookingId()).body(containsString("PROVISIONAL"));
        authorities.deviceIsBack();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        journey.isCancelled("changed my mind");
        awaitEvent(journey, ComplianceChange.RECEIPT_CREDITED);

        print(sender(), TEXT, receiptId("LOCAL", "SALE")).body(containsString("PROVISIONAL"));
        print(sender(), TEXT, receiptId("DEVICE", "SALE"))
                .body(containsString(" NS"))
                .body(containsString("Replaces the provisional receipt"));
        print(sender(), TEXT, receiptId("DEVICE", "REFUND"))
                .body(containsString(" NR"))
                .body(containsString("-200,000"))
                .body(containsString("Takes back invoice"));
        print(sender(), TEXT, journey.bookingId()).body(not(containsString("PROVISIONAL")));
    }

    @Test
    void before_there_is_a_receipt_nothing_is_printed() {
        authorities.deviceAnswers(journey, "910");
        journey.isPaid();
        awaitParked(journey);
        print(sender(), PDF, journey.bookingId())
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:receipt-refused"));

        Journey unpaid = Journey.of(BookingKind.RIDE);
        awaitHandled(unpaid.isConfirmed().getMetadata().getEventId());
        print(TestToken.of(Role.SENDER).person(unpaid.senderId()), PDF, unpaid.bookingId())
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-receipt-yet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PDF, TEXT, "image/png", "image/svg+xml"})
    void to_all_others_there_is_no_such_booking(String type) {
        isSold();
        for (UUID id : new UUID[] {journey.bookingId(), receiptId("DEVICE", "SALE")}) {
            for (TestToken other : new TestToken[] {
                TestToken.of(Role.SENDER),
                TestToken.of(Role.DRIVER),
                TestToken.of(Role.CUSTOMS_INSPECTOR),
                TestToken.of(Role.GOVERNMENT).tenant("geo"),
                sender().tenant("geo")
            }) {
                print(other, type, id).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-booking"));
            }
            print(sender().expired(), type, id).statusCode(401);
            given().accept(type).get("/api/receipts/{id}/print", id).then().statusCode(401);
        }
        print(TestToken.of(Role.GOVERNMENT), type, journey.bookingId()).statusCode(200);
    }

    private void isSold() {
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
    }

    private UUID receiptId(String source, String kind) {
        return jdbi.withHandle(
                sql -> sql.createQuery("select receipt_id from fiscal_receipt where booking_id = :bookingId"
                                + " and source = :source and kind = :kind")
                        .bind("bookingId", journey.bookingId())
                        .bind("source", source)
                        .bind("kind", kind)
                        .mapTo(UUID.class)
                        .one());
    }

    private TestToken sender() {
        return TestToken.of(Role.SENDER).person(journey.senderId());
    }

    private static ValidatableResponse print(TestToken who, String type, UUID id) {
        return given().auth()
                .oauth2(who.sign())
                .accept(type)
                .get("/api/receipts/{id}/print", id)
                .then();
    }
}
