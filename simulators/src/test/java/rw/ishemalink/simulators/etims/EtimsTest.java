package rw.ishemalink.simulators.etims;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.ebm.Taxpayer;

@QuarkusTest
class EtimsTest implements OrdersWithdrawn {

    private static final String SALES = "/etims/saveTrnsSalesOsdc";
    private static final String STOCK = "/etims/insertStockIO";
    private static final String INIT = "/etims/selectInitOsdcInfo";
    private static final AtomicInteger PINS = new AtomicInteger(50_000_000);

    private final String pin = "P0" + PINS.incrementAndGet() + "Q";
    private final Taxpayer taxpayer = new Taxpayer();
    private String key = "";

    @BeforeEach
    void install() {
        key = Taxpayer.post(INIT, Map.of("tin", pin, "bhfId", "00", "dvcSrlNo", "SERIAL-1"))
                .body("resultCd", equalTo("000"))
                .extract()
                .path("data.info.cmcKey");
    }

    @Test
    void a_sale_at_kenyas_rate_gets_a_receipt() {
        post(SALES, sale(1))
                .body("resultCd", equalTo("000"))
                .body("data.curRcptNo", equalTo("1"))
                .body("data.totRcptNo", equalTo("1"));
    }

    @Test
    void rwandas_rate_and_rwandas_form_are_910() {
        post(SALES, taxpayer.sale(1, "200000", "30508.47")).body("resultCd", equalTo("910"));
        Map<String, Object> rwandan = taxpayer.kenyanSale(1, "200000", "30508.47");
        post(SALES, rwandan).body("resultMsg", containsString("taxAmt of itemSeq 1 must be 27586.21"));
        Map<String, Object> untraded = sale(1);
        untraded.remove("trdInvcNo");
        post(SALES, untraded).body("resultMsg", containsString("trdInvcNo"));
        Map<String, Object> columnless = sale(1);
        columnless.remove("taxRtE");
        post(SALES, columnless).body("resultMsg", containsString("taxRtE"));
    }

    @Test
    void class_e_is_sold_at_eight_percent() {
        Map<String, Object> sale = taxpayer.kenyanSale(1, "10800", "800.00");
        Taxpayer.firstLine(sale).put("taxTyCd", "E");
        sale.put("taxblAmtB", 0);
        sale.put("taxAmtB", 0);
        sale.put("taxblAmtE", 10_800);
        sale.put("taxAmtE", 800);
        post(SALES, sale).body("resultCd", equalTo("000"));
    }

    @Test
    void a_pin_has_eleven_characters() {
        Taxpayer.post(INIT, Map.of("tin", "123456789", "bhfId", "00", "dvcSrlNo", "SERIAL-1"))
                .body("resultCd", equalTo("910"));
    }

    @Test
    void without_the_headers_it_is_900_and_with_another_key_901() {
        Taxpayer.post(SALES, sale(1)).body("resultCd", equalTo("900"));
        Taxpayer.post(STOCK, taxpayer.stockMovement(1, "02")).body("resultCd", equalTo("900"));
        key = "somebody else's";
        post(SALES, sale(1)).body("resultCd", equalTo("901"));
    }

    @Test
    void no_body_is_911_and_a_known_number_994_and_stock_waits_for_its_sale() {
        given().headers(Map.of("tin", pin, "bhfId", "00", "cmcKey", key))
                .contentType(ContentType.JSON)
                .post(SALES)
                .then()
                .body("resultCd", equalTo("911"));
        post(STOCK, taxpayer.stockMovement(1, "11")).body("resultCd", equalTo("922"));
        post(SALES, sale(1)).body("resultCd", equalTo("000"));
        post(SALES, sale(1)).body("resultCd", equalTo("994"));
        post(STOCK, taxpayer.stockMovement(1, "11")).body("resultCd", equalTo("000"));
    }

    @Test
    void a_lost_reply_and_trouble_can_be_ordered() {
        order("etims", Map.of("lostReplies", 1, "lostAs", "GATEWAY_TIMEOUT"));
        post(SALES, sale(1)).statusCode(504);
        post(SALES, sale(1)).body("resultCd", equalTo("994"));
        order("etims", Map.of("nextErrors", 1));
        post(SALES, sale(2)).body("resultCd", equalTo("999"));
    }

    private Map<String, Object> sale(long invoice) {
        return taxpayer.kenyanSale(invoice, "200000", "27586.21");
    }

    private ValidatableResponse post(String path, Map<String, Object> body) {
        return given().headers(Map.of("tin", pin, "bhfId", "00", "cmcKey", key))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
