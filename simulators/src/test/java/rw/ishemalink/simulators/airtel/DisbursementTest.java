package rw.ishemalink.simulators.airtel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class DisbursementTest implements OrdersWithdrawn {

    private static final String PIN = "1234";

    private final Shop shop = new Shop();
    private final String id = Shop.freshId();

    @Test
    void a_transfer_pays_a_phone_out_of_the_account_once() {
        long before = shop.balance();
        shop.transfer(id, Shop.freshNumber(), 8_500, PIN)
                .statusCode(200)
                .body("status.success", equalTo(true))
                .body("status.response_code", equalTo("DP00900001006"));
        awaitStatus("TS");
        shop.transferEnquiry(id).body("data.transaction.airtel_money_id", startsWith("MP"));

        shop.transfer(id, Shop.freshNumber(), 8_500, PIN)
                .statusCode(200)
                .body("status.response_code", equalTo("DP00900001017"));
        assertThat(before - shop.balance()).isEqualTo(8_500);
    }

    @Test
    void a_wrong_pin_pays_nothing() {
        shop.transfer(id, Shop.freshNumber(), 8_500, "9999").statusCode(400).body("status.code", equalTo("ROUTER115"));
        shop.transferEnquiry(id).body("status.response_code", equalTo("DP00900001015"));
    }

    @Test
    void more_than_there_is_fails() {
        shop.transfer(id, Shop.freshNumber(), 99_999_999_999L, PIN).body("status.success", equalTo(true));
        awaitStatus("TF");
        shop.transferEnquiry(id).body("status.response_code", equalTo("DP00900001007"));
    }

    @Test
    void a_payees_test_number_fails_with_its_code() {
        shop.transfer(id, "733456039", 10, PIN).body("status.success", equalTo(true));
        awaitStatus("TF");
        shop.transferEnquiry(id).body("status.response_code", equalTo("DP00900001012"));
    }

    private void awaitStatus(String status) {
        await().atMost(Shop.PATIENCE)
                .until(() -> status.equals(shop.transferEnquiry(id).extract().path("data.transaction.status")));
    }
}
