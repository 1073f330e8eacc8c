package rw.ishemalink.simulators.osdc;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.ebm.Taxpayer;

@QuarkusTest
class OsdcTest implements OrdersWithdrawn {

    private static final String SALES = "/osdc/saveTrnsSalesOsdc";
    private static final String STOCK = "/osdc/insertStockIO";
    private static final String INIT = "/osdc/selectInitOsdcInfo";

    private final Taxpayer taxpayer = new Taxpayer();
    private String key = "";

    @BeforeEach
    void install() {
        key = Taxpayer.post(INIT, taxpayer.body("dvcSrlNo", "SERIAL-1"))
                .body("resultCd", equalTo("000"))
                .extract()
                .path("data.info.cmcKey");
    }

    @Test
    void a_sale_with_the_key_gets_a_receipt_whose_numbers_are_texts() {
        Taxpayer.post(SALES, keyed(taxpayer.sale(1)))
                .statusCode(200)
                .body("resultCd", equalTo("000"))
                .body("data.curRcptNo", equalTo("1"))
                .body("data.totRcptNo", equalTo("1"))
                .body("data.intrlData", matchesPattern("[A-Z2-7]{26}"))
                .body("data.rcptSign", matchesPattern("[A-Z2-7]{16}"))
                .body("data.sdcDateTime", matchesPattern("\\d{14}"))
                .body("data.sdcId", nullValue());
    }

    @Test
    void without_the_key_or_with_another_it_is_901_for_every_call() {
        Taxpayer.post(SALES, taxpayer.sale(1)).body("resultCd", equalTo("901"));
        Map<String, Object> foreign = taxpayer.sale(1);
        foreign.put("cmcKey", "somebody else's");
        Taxpayer.post(SALES, foreign).body("resultCd", equalTo("901"));
        Taxpayer.post(STOCK, taxpayer.stockMovement(1, "02")).body("resultCd", equalTo("901"));
        Taxpayer.post("/osdc/saveStockMaster", taxpayer.body("itemCd", "RW3OUKTM0000001", "rsdQty", 9))
                .body("resultCd", equalTo("901"));
    }

    @Test
    void a_device_of_another_kind_is_not_installed_by_this_one() {
        Taxpayer.save(taxpayer.sale(1)).body("resultCd", equalTo("901"));
    }

    @Test
    void sums_duplicates_purchase_codes_and_declared_months_are_as_strict_as_the_vsdcs() {
        post(taxpayer.sale(1, "200000", "30508"), "910");
        post(taxpayer.sale(1), "000");
        post(taxpayer.sale(1), "994");
        Map<String, Object> business = taxpayer.sale(2);
        business.put("custTin", "999991130");
        post(business, "881");
        Map<String, Object> late = taxpayer.sale(2);
        late.put("salesDt", "20240131");
        post(late, "921");
        post(taxpayer.refund(2, 1, "200000", "30508.47"), "000");
    }

    @Test
    void stock_moves_only_after_its_sale_and_only_once() {
        Taxpayer.post(STOCK, keyed(taxpayer.stockMovement(1, "11"))).body("resultCd", equalTo("922"));
        post(taxpayer.sale(1), "000");
        Taxpayer.post(STOCK, keyed(taxpayer.stockMovement(1, "11"))).body("resultCd", equalTo("000"));
        Taxpayer.post(STOCK, keyed(taxpayer.stockMovement(1, "11"))).body("resultCd", equalTo("994"));
    }

    @Test
    void a_receipt_whose_reply_was_lost_is_994_when_sent_again_and_found_by_its_number() {
        order("osdc", Map.of("lostReplies", 1, "lostAs", "GATEWAY_TIMEOUT"));
        Taxpayer.post(SALES, keyed(taxpayer.sale(1))).statusCode(504);
        post(taxpayer.sale(1), "994");
        Taxpayer.post(INIT, taxpayer.body("dvcSrlNo", "SERIAL-1"))
                .body("resultCd", equalTo("902"))
                .body("data.info.lastSaleRcptNo", equalTo(1))
                .body("data.info.cmcKey", equalTo(key));
    }

    @Test
    void a_device_in_trouble_says_999_and_the_vsdc_is_not_troubled() {
        order("osdc", Map.of("nextErrors", 1));
        Taxpayer.save(Taxpayer.installed().sale(1)).body("resultCd", equalTo("000"));
        post(taxpayer.sale(1), "999");
        post(taxpayer.sale(1), "000");
    }

    private void post(Map<String, Object> sale, String resultCode) {
        Taxpayer.post(SALES, keyed(sale)).body("resultCd", equalTo(resultCode));
    }

    private Map<String, Object> keyed(Map<String, Object> body) {
        Map<String, Object> keyed = new HashMap<>(body);
        keyed.put("cmcKey", key);
        return keyed;
    }
}
