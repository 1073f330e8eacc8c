package rw.ishemalink.simulators.airtel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class PaymentTest implements OrdersWithdrawn {

    private final Shop shop = new Shop();
    private final String payer = Shop.freshNumber();

    @Test
    void a_payment_is_taken_first_and_successful_a_little_later() {
        String id = Shop.freshId();
        shop.order(shop.collection(id, payer, 5_000))
                .statusCode(200)
                .body("data.transaction.id", equalTo(id))
                .body("status.success", equalTo(true))
                .body("status.result_code", equalTo("ESB000010"))
                .body("status.response_code", equalTo("DP00800001006"));

        shop.awaitStatus(id, "TS");
        shop.enquiry(id)
                .body("data.transaction.airtel_money_id", startsWith("MP"))
                .body("status.response_code", equalTo("DP00800001001"));
    }

    @Test
    void a_number_may_be_a_number() {
        shop.order(shop.collection(Shop.freshId(), Integer.valueOf(payer), 5_000))
                .body("status.success", equalTo(true));
    }

    @Test
    void a_repeated_id_is_refused_as_http_200() {
        String id = shop.pays(payer, 5_000);
        shop.order(shop.collection(id, payer, 700))
                .statusCode(200)
                .body("status.success", equalTo(false))
                .body("status.result_code", equalTo("ESB000041"));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, DP00800001008", "NO_FUNDS, DP00800001007"})
    void a_payer_who_does_not_pay_makes_it_fail_with_a_code(String behaviour, String code) {
        shop.tells(payer, Map.of("behaviour", behaviour));
        String id = shop.pays(payer, 5_000);
        shop.awaitStatus(id, "TF");
        shop.enquiry(id)
                .statusCode(200)
                .body("status.success", equalTo(false))
                .body("status.response_code", equalTo(code))
                .body("data.transaction.airtel_money_id", nullValue());
    }

    @Test
    void a_silent_payers_prompt_expires() {
        shop.tells(payer, Map.of("behaviour", "SILENT"));
        String id = shop.pays(payer, 5_000);
        moveClockAhead(240);
        assertThat(shop.statusOf(id)).isEqualTo("TIP");
        moveClockAhead(301);
        shop.enquiry(id)
                .body("data.transaction.status", equalTo("TE"))
                .body("status.response_code", equalTo("DP00800001029"));
    }

    @Test
    void airtel_may_not_know_for_a_long_time_and_succeed_after_all() {
        shop.tells(payer, Map.of("behaviour", "AMBIGUOUS_THEN_APPROVE", "delayMillis", 1_860_000));
        String id = shop.pays(payer, 5_000);
        moveClockAhead(1_800);
        shop.enquiry(id)
                .body("data.transaction.status", equalTo("TA"))
                .body("status.response_code", equalTo("DP00800001000"));
        moveClockAhead(1_861);
        assertThat(shop.statusOf(id)).isEqualTo("TS");
    }

    @ParameterizedTest
    @CsvSource({"733456039, TF, DP00800001008", "733456049, TF, DP00800001007", "733456789, TS, DP00800001001"})
    void the_aggregators_test_numbers_do_what_they_are_for(String msisdn, String status, String code) {
        String id = shop.pays(msisdn, 5_000);
        shop.awaitStatus(id, status);
        shop.enquiry(id).body("status.response_code", equalTo(code));
    }

    @Test
    void the_test_number_129_stays_with_airtel() {
        String id = shop.pays("733456129", 5_000);
        moveClockAhead(240);
        assertThat(shop.statusOf(id)).isEqualTo("TIP");
    }

    @Test
    void an_unknown_id_is_not_found_as_http_200() {
        shop.enquiry(Shop.freshId())
                .statusCode(200)
                .body("status.success", equalTo(false))
                .body("status.response_code", equalTo("DP00800001025"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"250733123456", "0733123456", "788123456", "+733123456"})
    void a_number_that_is_not_airtels_nine_digits_is_refused(String msisdn) {
        shop.order(shop.collection(Shop.freshId(), msisdn, 5_000))
                .statusCode(200)
                .body("status.success", equalTo(false))
                .body("status.result_code", startsWith("ESB00003"));
    }

    @Test
    void an_amount_is_a_positive_number_of_whole_francs() {
        for (Object amount : List.of(0, -5, 12.5)) {
            shop.order(shop.collection(Shop.freshId(), payer, amount))
                    .statusCode(200)
                    .body("status.response_code", equalTo("DP00800001004"));
        }
        shop.order(shop.collection(Shop.freshId(), payer, "5000")).statusCode(400);
    }

    @Test
    void a_reference_has_letters_and_digits_only() {
        Map<String, Object> body = shop.collection(Shop.freshId(), payer, 5_000);
        body.put("reference", "ISH-7K3M9QXA");
        shop.order(body).body("status.success", equalTo(false)).body("status.result_code", equalTo("ESB000008"));
    }

    @Test
    void country_and_currency_are_headers_of_every_call() {
        refuses(Map.of("X-Currency", "RWF"), "ROUTER005");
        refuses(Map.of("X-Country", "UG", "X-Currency", "RWF"), "ROUTER006");
        refuses(Map.of("X-Country", "RW"), "ROUTER119");
        refuses(Map.of("X-Country", "RW", "X-Currency", "UGX"), "ROUTER112");
    }

    private void refuses(Map<String, String> headers, String code) {
        given().header("Authorization", "Bearer " + shop.token())
                .headers(headers)
                .get("/airtel/standard/v1/payments/" + Shop.freshId())
                .then()
                .statusCode(400)
                .body("status.code", equalTo(code));
    }

    @Test
    void a_token_lives_for_180_seconds_or_until_all_are_ended_by_hand() {
        String token = shop.token();
        String path = "/airtel/standard/v1/payments/" + Shop.freshId();
        shop.calls(token).get(path).then().statusCode(200);
        moveClockAhead(181);
        shop.calls(token).get(path).then().statusCode(401);

        String another = shop.token();
        given().delete("/control/airtel/tokens").then().statusCode(204);
        shop.calls(another).get(path).then().statusCode(401);
    }

    @Test
    void wrong_credentials_get_no_token_and_the_life_is_told_as_text() {
        Shop.askToken(Shop.CLIENT, "wrong").statusCode(401);
        Shop.askToken("nobody", Shop.SECRET).statusCode(401);
        Shop.askToken(Shop.CLIENT, Shop.SECRET).body("expires_in", equalTo("180"));
    }

    @Test
    void a_paid_payment_is_given_back_once_and_then_reversed() {
        String id = shop.pays(payer, 5_000);
        shop.awaitStatus(id, "TS");
        String moneyId = shop.moneyId(id);
        long before = shop.balance();

        shop.refund(moneyId).body("status.success", equalTo(true)).body("data.transaction.status", equalTo("SUCCESS"));
        assertThat(shop.statusOf(id)).isEqualTo("TR");
        shop.refund(moneyId).statusCode(200).body("status.success", equalTo(false));
        assertThat(before - shop.balance()).isEqualTo(5_000);
    }

    @Test
    void what_was_not_paid_is_not_given_back() {
        shop.refund("MP0").body("status.response_code", equalTo("DP00800001025"));
    }

    @Test
    void a_lost_reply_leaves_the_refund_done() {
        String id = shop.pays(payer, 5_000);
        shop.awaitStatus(id, "TS");
        String moneyId = shop.moneyId(id);
        order("airtel", Map.of("lostReplies", 1, "lostAs", "GATEWAY_TIMEOUT"));

        shop.refund(moneyId).statusCode(504);
        assertThat(shop.statusOf(id)).isEqualTo("TR");
    }

    @Test
    void a_refusal_uses_up_no_lost_reply_and_trouble_is_a_500() {
        order("airtel", Map.of("lostReplies", 1));
        shop.refund("MP0").statusCode(200);
        order("airtel", Map.of("nextErrors", 1));
        shop.calls()
                .contentType(ContentType.JSON)
                .body(shop.collection(Shop.freshId(), payer, 5_000))
                .post("/airtel/merchant/v1/payments/")
                .then()
                .statusCode(500)
                .body("status.success", equalTo(false));
    }
}
