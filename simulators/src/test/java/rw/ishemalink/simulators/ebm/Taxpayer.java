package rw.ishemalink.simulators.ebm;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A taxpayer nobody else uses, with an installed device. Builds bodies whose sums are right. */
public final class Taxpayer {

    private static final AtomicInteger TINS = new AtomicInteger(100_000_000);

    public final String tin = Integer.toString(TINS.incrementAndGet());

    /** The day that forms name: a sale of a month that was declared would be refused. */
    private static String today() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(ZoneId.of("Africa/Kigali")));
    }

    public static Taxpayer installed() {
        Taxpayer taxpayer = new Taxpayer();
        taxpayer.initialise("SERIAL-1").statusCode(200);
        return taxpayer;
    }

    public ValidatableResponse initialise(String serial) {
        return post("/vsdc/initializer/selectInitInfo", body("dvcSrlNo", serial));
    }

    public Map<String, Object> body(Object... more) {
        Map<String, Object> body = new HashMap<>();
        body.put("tin", tin);
        body.put("bhfId", "00");
        for (int place = 0; place < more.length; place += 2) {
            body.put((String) more[place], more[place + 1]);
        }
        return body;
    }

    public static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    public static ValidatableResponse save(Map<String, Object> sale) {
        return post("/vsdc/trnsSales/saveSales", sale);
    }

    /** One fare of 200,000 francs with VAT inside; 30,508.47 of it is tax. */
    public Map<String, Object> sale(long invoice) {
        return sale(invoice, "200000", "30508.47");
    }

    public Map<String, Object> sale(long invoice, String total, String tax) {
        Map<String, Object> sale = body(
                "invcNo", invoice,
                "orgInvcNo", 0,
                "salesTyCd", "N",
                "rcptTyCd", "S",
                "pmtTyCd", "06",
                "salesSttsCd", "02",
                "cfmDt", today() + "101500",
                "salesDt", today(),
                "totItemCnt", 1,
                "prchrAcptcYn", "N",
                "regrId", "ishema",
                "regrNm", "IshemaLink",
                "receipt", Map.of("prchrAcptcYn", "N", "trdeNm", "IshemaLink"));
        for (String type : List.of("A", "B", "C", "D")) {
            boolean standard = type.equals("B");
            sale.put("taxRt" + type, standard ? 18 : 0);
            sale.put("taxblAmt" + type, standard ? new BigDecimal(total) : 0);
            sale.put("taxAmt" + type, standard ? new BigDecimal(tax) : 0);
        }
        sale.put("totTaxblAmt", new BigDecimal(total));
        sale.put("totTaxAmt", new BigDecimal(tax));
        sale.put("totAmt", new BigDecimal(total));
        sale.put("itemList", new ArrayList<>(List.of(line(total, tax))));
        return sale;
    }

    public Map<String, Object> refund(long invoice, long original, String total, String tax) {
        Map<String, Object> refund = sale(invoice, total, tax);
        refund.put("rcptTyCd", "R");
        refund.put("orgInvcNo", original);
        refund.put("rfdRsnCd", "06");
        refund.put("salesSttsCd", "05");
        return refund;
    }

    /** The same fare at Kenya's rate, with what only Kenya's form has. */
    public Map<String, Object> kenyanSale(long invoice, String total, String tax) {
        Map<String, Object> sale = sale(invoice, total, tax);
        sale.put("trdInvcNo", "ISH-" + invoice);
        sale.put("taxRtB", 16);
        sale.put("taxRtE", 8);
        sale.put("taxblAmtE", 0);
        sale.put("taxAmtE", 0);
        sale.put("receipt", Map.of("prchrAcptcYn", "N", "trdeNm", "IshemaLink", "rcptPbctDt", today() + "101500"));
        return sale;
    }

    private static Map<String, Object> line(String total, String tax) {
        Map<String, Object> line = new HashMap<>();
        line.put("itemSeq", 1);
        line.put("itemCd", "RW3OUKTM0000001");
        line.put("itemClsCd", "7810180000");
        line.put("itemNm", "Road transport of goods");
        line.put("pkgUnitCd", "OU");
        line.put("pkg", 1);
        line.put("qtyUnitCd", "U");
        line.put("qty", 1);
        line.put("prc", new BigDecimal(total));
        line.put("splyAmt", new BigDecimal(total));
        line.put("dcRt", 0);
        line.put("dcAmt", 0);
        line.put("taxTyCd", "B");
        line.put("taxblAmt", new BigDecimal(total));
        line.put("taxAmt", new BigDecimal(tax));
        line.put("totAmt", new BigDecimal(total));
        return line;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> firstLine(Map<String, Object> sale) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(sale.get("itemList"))).getFirst();
    }

    public Map<String, Object> stockMovement(long number, String type) {
        return body(
                "sarNo",
                number,
                "orgSarNo",
                0,
                "regTyCd",
                "A",
                "sarTyCd",
                type,
                "ocrnDt",
                today(),
                "totItemCnt",
                1,
                "itemList",
                List.of(Map.of("itemSeq", 1, "itemCd", "RW3OUKTM0000001", "qty", 1)));
    }
}
