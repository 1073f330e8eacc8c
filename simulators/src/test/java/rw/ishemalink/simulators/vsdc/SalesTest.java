package rw.ishemalink.simulators.vsdc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.simulators.ebm.Taxpayer;

@QuarkusTest
class SalesTest {

    private Taxpayer taxpayer;

    @BeforeEach
    void install() {
        taxpayer = Taxpayer.installed();
    }

    @Test
    void a_sale_gets_a_receipt_with_numbers_internal_data_and_signature() {
        Taxpayer.save(taxpayer.sale(1))
                .statusCode(200)
                .body("resultCd", equalTo("000"))
                .body("resultMsg", equalTo("It is succeeded"))
                .body("resultDt", matchesPattern("\\d{14}"))
                .body("data.rcptNo", equalTo(1))
                .body("data.totRcptNo", equalTo(1))
                .body("data.intrlData", matchesPattern("[A-Z2-7]{26}"))
                .body("data.rcptSign", matchesPattern("[A-Z2-7]{16}"))
                .body("data.vsdcRcptPbctDate", matchesPattern("\\d{14}"))
                .body("data.sdcId", matchesPattern("SDC\\d{9}"))
                .body("data.mrcNo", matchesPattern("[A-Z]{3}\\d{8}"));
    }

    @Test
    void rras_printed_samples_agree() {
        ok(taxpayer.sale(1, "200000", "30508.47"));
        ok(taxpayer.sale(2, "10500", "1601.69"));
    }

    @Test
    void receipts_are_numbered_within_their_type_and_in_all_without_gap_also_after_refusals() {
        ok(taxpayer.sale(1));
        Taxpayer.save(taxpayer.sale(1)).body("resultCd", equalTo("994"));
        Taxpayer.save(taxpayer.sale(2, "200000", "30508")).body("resultCd", equalTo("910"));
        ok(taxpayer.sale(2)).body("data.rcptNo", equalTo(2)).body("data.totRcptNo", equalTo(2));
        ok(taxpayer.refund(3, 1, "200000", "30508.47"))
                .body("data.rcptNo", equalTo(1))
                .body("data.totRcptNo", equalTo(3));
        ok(taxpayer.sale(4)).body("data.rcptNo", equalTo(3)).body("data.totRcptNo", equalTo(4));
    }

    @Test
    void sales_at_the_same_time_get_different_numbers() {
        List<Integer> numbers = IntStream.rangeClosed(1, 40)
                .parallel()
                .mapToObj(invoice -> ok(taxpayer.sale(invoice)).extract().<Integer>path("data.totRcptNo"))
                .sorted()
                .toList();

        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void a_known_invoice_number_is_994_without_receipt_data() {
        ok(taxpayer.sale(7));

        Taxpayer.save(taxpayer.sale(7))
                .statusCode(200)
                .body("resultCd", equalTo("994"))
                .body("data", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "splyAmt, 199999",
        "taxblAmt, 190000",
        "taxAmt, 30508",
        "totAmt, 200001",
        "dcAmt, 100",
        "qty, 2",
        "qty, -1"
    })
    void a_line_whose_sums_are_wrong_is_910_and_says_which(String field, int value) {
        Map<String, Object> sale = taxpayer.sale(1);
        Taxpayer.firstLine(sale).put(field, value);

        Taxpayer.save(sale)
                .body("resultCd", equalTo("910"))
                .body("resultMsg", containsString("of itemSeq 1 must"))
                .body("data", nullValue());
    }

    @Test
    void a_wrong_tax_says_what_it_must_be() {
        Map<String, Object> sale = taxpayer.sale(1);
        Taxpayer.firstLine(sale).put("taxAmt", 30508);

        Taxpayer.save(sale).body("resultMsg", containsString("taxAmt of itemSeq 1 must be 30508.47 and was 30508"));
    }

    @ParameterizedTest
    @CsvSource({
        "totAmt, 1",
        "totTaxAmt, 30508",
        "totTaxblAmt, 1",
        "taxblAmtB, 1",
        "taxAmtB, 1",
        "taxblAmtA, 5",
        "taxRtB, 16",
        "totItemCnt, 2"
    })
    void a_header_that_does_not_add_up_is_910_and_says_which(String field, int value) {
        refuses(field, value, field);
    }

    @ParameterizedTest
    @CsvSource({
        "pmtTyCd, 66",
        "rcptTyCd, X",
        "salesSttsCd, 99",
        "salesTyCd, T",
        "cfmDt, 20261321101500",
        "salesDt, 2026-11-21",
        "regrId, ''",
        "prchrAcptcYn, Q"
    })
    void a_field_of_the_wrong_form_is_910_and_named(String field, String value) {
        refuses(field, value, field);
    }

    private void refuses(String field, Object value, String named) {
        Map<String, Object> sale = taxpayer.sale(1);
        sale.put(field, value);
        Taxpayer.save(sale).body("resultCd", equalTo("910")).body("resultMsg", containsString(named));
    }

    @Test
    void an_amount_as_text_is_910() {
        refuses("totAmt", "200000", "totAmt has a value of the wrong type");
    }

    @Test
    void no_body_is_911() {
        given().contentType("application/json")
                .post("/vsdc/trnsSales/saveSales")
                .then()
                .body("resultCd", equalTo("911"));
    }

    @Test
    void a_device_that_was_never_initialised_is_901() {
        Taxpayer.save(new Taxpayer().sale(1)).body("resultCd", equalTo("901"));
    }

    @Test
    void a_refund_needs_a_sale_of_this_device_and_never_gives_back_more() {
        ok(taxpayer.sale(1));

        Taxpayer.save(taxpayer.refund(2, 99, "10500", "1601.69")).body("resultCd", equalTo("910"));
        ok(taxpayer.refund(2, 1, "10500", "1601.69"));
        Taxpayer.save(taxpayer.refund(3, 1, "200000", "30508.47")).body("resultCd", equalTo("910"));
        Taxpayer.save(taxpayer.refund(4, 2, "10500", "1601.69")).body("resultCd", equalTo("910"));
    }

    @Test
    void a_refund_needs_a_reason_and_status_05() {
        ok(taxpayer.sale(1));
        Map<String, Object> refund = taxpayer.refund(2, 1, "200000", "30508.47");

        refund.put("rfdRsnCd", null);
        Taxpayer.save(refund).body("resultMsg", containsString("rfdRsnCd"));
        refund.put("rfdRsnCd", "06");
        refund.put("salesSttsCd", "02");
        Taxpayer.save(refund).body("resultMsg", containsString("salesSttsCd"));
    }

    @Test
    void a_sale_to_a_business_needs_a_fresh_purchase_code() {
        Map<String, Object> sale = taxpayer.sale(1);
        sale.put("custTin", "12345");
        Taxpayer.save(sale).body("resultCd", equalTo("884"));
        sale.put("custTin", "999991130");
        Taxpayer.save(sale).body("resultCd", equalTo("881"));
        sale.put("prcOrdCd", "12-4");
        Taxpayer.save(sale).body("resultCd", equalTo("882"));
        sale.put("prcOrdCd", "AB12CD");
        ok(sale);
        sale.put("invcNo", 2);
        Taxpayer.save(sale).body("resultCd", equalTo("883"));
    }

    @Test
    void a_sale_of_a_month_that_has_been_declared_is_921() {
        Map<String, Object> sale = taxpayer.sale(1);
        sale.put("salesDt", "20240131");
        Taxpayer.save(sale).body("resultCd", equalTo("921")).body("data", nullValue());
        ok(taxpayer.sale(1)).body("data.totRcptNo", equalTo(1));
    }

    private static ValidatableResponse ok(Map<String, Object> sale) {
        return Taxpayer.save(sale).statusCode(200).body("resultCd", equalTo("000"));
    }
}
