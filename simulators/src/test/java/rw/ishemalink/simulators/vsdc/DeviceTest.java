package rw.ishemalink.simulators.vsdc;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.ebm.Taxpayer;

@QuarkusTest
class DeviceTest implements OrdersWithdrawn {

    @Test
    void the_first_initialisation_gives_ids_and_keys() {
        new Taxpayer()
                .initialise("SERIAL-1")
                .body("resultCd", equalTo("000"))
                .body("data.info.sdcId", matchesPattern("SDC\\d{9}"))
                .body("data.info.mrcNo", matchesPattern("[A-Z]{3}\\d{8}"))
                .body("data.info.hqYn", equalTo("Y"))
                .body("data.info.intrlKey", matchesPattern("[A-Z2-7]{32}"))
                .body("data.info.lastSaleRcptNo", equalTo(0));
    }

    @Test
    void an_installed_device_is_902_and_tells_its_last_numbers() {
        Taxpayer taxpayer = Taxpayer.installed();
        Taxpayer.save(taxpayer.sale(41)).body("resultCd", equalTo("000"));

        taxpayer.initialise("SERIAL-1")
                .body("resultCd", equalTo("902"))
                .body("data.info.lastSaleRcptNo", equalTo(1))
                .body("data.info.lastInvcNo", equalTo(41));
    }

    @Test
    void another_device_for_the_same_branch_is_901() {
        Taxpayer taxpayer = Taxpayer.installed();

        taxpayer.initialise("SERIAL-2").body("resultCd", equalTo("901")).body("data", nullValue());
    }

    @Test
    void a_tin_has_nine_digits() {
        Taxpayer.post("/vsdc/initializer/selectInitInfo", Map.of("tin", "12345", "bhfId", "00", "dvcSrlNo", "SERIAL-1"))
                .body("resultCd", equalTo("910"))
                .body("resultMsg", equalTo("Request parameter error: tin must have 9 digits"));
    }

    @Test
    void stock_moves_only_after_its_sale_and_its_rest_only_after_that() {
        Taxpayer taxpayer = Taxpayer.installed();
        Map<String, Object> rest = taxpayer.body("itemCd", "RW3OUKTM0000001", "rsdQty", 9);

        stock(taxpayer.stockMovement(1, "11"), "922");
        Taxpayer.post("/vsdc/stockMaster/saveStockMaster", rest).body("resultCd", equalTo("922"));

        Taxpayer.save(taxpayer.sale(1)).body("resultCd", equalTo("000"));
        stock(taxpayer.stockMovement(1, "11"), "000");
        Taxpayer.post("/vsdc/stockMaster/saveStockMaster", rest).body("resultCd", equalTo("000"));

        stock(taxpayer.stockMovement(1, "11"), "994");
        stock(taxpayer.stockMovement(2, "11"), "922");
    }

    @Test
    void returned_stock_needs_a_refund_and_bought_stock_needs_nothing() {
        Taxpayer taxpayer = Taxpayer.installed();
        Taxpayer.save(taxpayer.sale(1)).body("resultCd", equalTo("000"));

        stock(taxpayer.stockMovement(1, "02"), "000");
        stock(taxpayer.stockMovement(2, "03"), "922");
        Taxpayer.save(taxpayer.refund(2, 1, "200000", "30508.47")).body("resultCd", equalTo("000"));
        stock(taxpayer.stockMovement(2, "03"), "000");
    }

    private static void stock(Map<String, Object> movement, String resultCode) {
        Taxpayer.post("/vsdc/stock/saveStockItems", movement).body("resultCd", equalTo(resultCode));
    }

    @Test
    void codes_are_listed_by_class_until_the_cursor_has_passed_them() {
        Taxpayer taxpayer = Taxpayer.installed();
        String path = "/vsdc/code/selectCodes";

        Taxpayer.post(path, taxpayer.body("lastReqDt", "20180101000000"))
                .body("resultCd", equalTo("000"))
                .body("data.clsList.cdCls", hasItems("04", "07", "37"))
                .body(
                        "data.clsList.find { it.cdCls == '07' }.dtlList.find { it.cd == '06' }.cdNm",
                        equalTo("MOBILE MONEY"))
                .body("data.clsList.find { it.cdCls == '04' }.dtlList.cd", hasItem("B"));
        Taxpayer.post(path, taxpayer.body("lastReqDt", "20260101000000")).body("resultCd", equalTo("001"));
    }

    @Test
    void a_customer_is_found_by_tin_or_is_001() {
        Taxpayer taxpayer = Taxpayer.installed();
        String path = "/vsdc/customers/selectCustomer";

        Taxpayer.post(path, taxpayer.body("custmTin", "999991130"))
                .body("data.custList[0].tin", equalTo("999991130"))
                .body("data.custList[0].taxprSttsCd", equalTo("A"));
        Taxpayer.post(path, taxpayer.body("custmTin", "500000000")).body("resultCd", equalTo("001"));
    }

    @Test
    void without_contact_with_rra_receipts_go_on_for_24_hours_and_then_stop() {
        Taxpayer taxpayer = Taxpayer.installed();
        order("vsdc", Map.of("offline", true));

        moveClockAhead(24 * 3600 - 60);
        Taxpayer.save(taxpayer.sale(1)).body("resultCd", equalTo("000"));
        new Taxpayer().initialise("SERIAL-1").body("resultCd", equalTo("894"));

        moveClockAhead(24 * 3600 + 60);
        Taxpayer.save(taxpayer.sale(2)).body("resultCd", equalTo("894")).body("data", nullValue());

        order("vsdc", Map.of("offline", false));
        Taxpayer.save(taxpayer.sale(2)).body("resultCd", equalTo("000")).body("data.totRcptNo", equalTo(2));
    }

    @Test
    void a_receipt_whose_reply_was_lost_is_994_when_sent_again_and_found_by_its_number() {
        Taxpayer taxpayer = Taxpayer.installed();
        order("vsdc", Map.of("lostReplies", 1, "lostAs", "GATEWAY_TIMEOUT"));

        Taxpayer.save(taxpayer.sale(0)).body("resultCd", equalTo("910"));
        Taxpayer.save(taxpayer.sale(1)).statusCode(504);
        Taxpayer.save(taxpayer.sale(1)).body("resultCd", equalTo("994")).body("data", nullValue());
        taxpayer.initialise("SERIAL-1").body("data.info.lastSaleRcptNo", equalTo(1));
    }

    @Test
    void a_device_in_trouble_says_999_and_gives_no_number() {
        Taxpayer taxpayer = Taxpayer.installed();
        order("vsdc", Map.of("nextErrors", 1));

        Taxpayer.save(taxpayer.sale(1)).statusCode(200).body("resultCd", equalTo("999"));
        Taxpayer.save(taxpayer.sale(1)).body("resultCd", equalTo("000")).body("data.totRcptNo", equalTo(1));
    }
}
