package rw.ishemalink.compliance.outbound.vsdc;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.outbound.TestConfig;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Duplicate;
import rw.ishemalink.compliance.receipt.DeviceAnswer.NotInstalled;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Refused;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.DeviceKind;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.SignedSale;
import rw.ishemalink.compliance.receipt.StockMovement;

class VsdcDeviceTest {

    private static final String SALES = "/vsdc/trnsSales/saveSales";
    private static final String STOCK = "/vsdc/stock/saveStockItems";
    private static final String INIT = "/vsdc/initializer/selectInitInfo";

    @RegisterExtension
    static final WireMockExtension VSDC =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final VsdcDevice device = device(TestConfig.at(VSDC.baseUrl()));

    @Test
    void a_sale_is_sent_vat_inclusive_and_adds_up_to_the_cent() {
        answer(SALES, okJson("""
                {"resultCd": "000", "resultMsg": "It is succeeded", "resultDt": "20261121103012", "data": {
                 "rcptNo": 12, "totRcptNo": 340, "intrlData": "TE68SLA234J5EAV3N569", "rcptSign": "V249J39CFJ48HE2W",
                 "vsdcRcptPbctDate": "20261121103012", "sdcId": "SDC010000005", "mrcNo": "WIS01006230", "added": 1}}"""));

        DeviceAnswer<SignedSale> answer = device.saveSales(sale(ReceiptKind.SALE, 200_000, TaxClass.B));

        assertThat(answer)
                .isEqualTo(new Done<>(new SignedSale(
                        12,
                        340,
                        "TE68SLA234J5EAV3N569",
                        "V249J39CFJ48HE2W",
                        Instant.parse("2026-11-21T08:30:12Z"),
                        "SDC010000005",
                        "WIS01006230")));
        VSDC.verify(postRequestedFor(urlEqualTo(SALES)).withRequestBody(equalToJson("""
                {"tin": "999900001", "bhfId": "00", "invcNo": 21, "orgInvcNo": 0, "salesTyCd": "N", "rcptTyCd": "S",
                 "pmtTyCd": "06", "salesSttsCd": "02", "cfmDt": "20261121100000", "salesDt": "20261121",
                 "stockRlsDt": "20261121100000", "totItemCnt": 1,
                 "taxblAmtA": 0, "taxblAmtB": 200000, "taxblAmtC": 0, "taxblAmtD": 0,
                 "taxRtA": 0, "taxRtB": 18, "taxRtC": 0, "taxRtD": 0,
                 "taxAmtA": 0, "taxAmtB": 30508.47, "taxAmtC": 0, "taxAmtD": 0,
                 "totTaxblAmt": 200000, "totTaxAmt": 30508.47, "totAmt": 200000,
                 "prchrAcptcYn": "N", "remark": "ISH-AAAAAAAA", "regrId": "ishemalink", "regrNm": "ishemalink",
                 "modrId": "ishemalink", "modrNm": "ishemalink",
                 "receipt": {"rptNo": 21, "trdeNm": "IshemaLink Transport", "topMsg": "IshemaLink Transport",
                             "btmMsg": "Murakoze", "prchrAcptcYn": "N"},
                 "itemList": [{"itemSeq": 1, "itemCd": "RW3NTU0000001", "itemClsCd": "7810180000",
                               "itemNm": "Road cargo transport", "pkgUnitCd": "NT", "pkg": 1, "qtyUnitCd": "U", "qty": 1,
                               "prc": 200000, "splyAmt": 200000, "dcRt": 0, "dcAmt": 0, "taxTyCd": "B",
                               "taxblAmt": 200000, "taxAmt": 30508.47, "totAmt": 200000}]}""")));
    }

    @Test
    void an_exempt_sale_stands_in_its_own_column_without_tax() {
        answer(SALES, envelope("999"));

        device.saveSales(sale(ReceiptKind.SALE, 10_500, TaxClass.A));

        VSDC.verify(postRequestedFor(urlEqualTo(SALES)).withRequestBody(equalToJson("""
                        {"taxblAmtA": 10500, "taxblAmtB": 0, "taxAmtA": 0.00, "taxAmtB": 0, "totTaxAmt": 0.00, "totAmt": 10500}""", true, true)));
    }

    @Test
    void a_refund_names_the_sale_and_the_reason_and_stays_positive() {
        answer(SALES, envelope("999"));

        device.saveSales(sale(ReceiptKind.REFUND, 10_500, TaxClass.B));

        VSDC.verify(postRequestedFor(urlEqualTo(SALES)).withRequestBody(equalToJson("""
                        {"invcNo": 21, "orgInvcNo": 17, "rcptTyCd": "R", "salesSttsCd": "05", "rfdRsnCd": "06",
                         "rfdDt": "20261121100000", "totAmt": 10500, "taxAmtB": 1601.69}""", true, true)));
    }

    @Test
    void a_sale_leaves_the_stock_and_a_refund_returns_to_it() {
        answer(STOCK, envelope("000"));
        StockMovement out = new StockMovement(5, sale(ReceiptKind.SALE, 10_500, TaxClass.B));
        StockMovement in = new StockMovement(6, sale(ReceiptKind.REFUND, 10_500, TaxClass.B));

        assertThat(device.saveStockItems(out)).isEqualTo(new Done<>(out));
        assertThat(device.saveStockItems(in)).isEqualTo(new Done<>(in));

        VSDC.verify(postRequestedFor(urlEqualTo(STOCK)).withRequestBody(equalToJson("""
                        {"sarNo": 5, "orgSarNo": 0, "regTyCd": "A", "sarTyCd": "11", "ocrnDt": "20261121", "totItemCnt": 1,
                         "itemList": [{"itemCd": "RW3NTU0000001", "qty": 1}]}""", true, true)));
        VSDC.verify(postRequestedFor(urlEqualTo(STOCK))
                .withRequestBody(equalToJson("{\"sarNo\": 6, \"sarTyCd\": \"03\"}", true, true)));
    }

    @Test
    void a_resent_sale_is_a_duplicate_and_a_forgetful_device_is_to_be_installed_again() {
        answer(SALES, envelope("994"));
        assertThat(device.saveSales(sale(ReceiptKind.SALE, 1, TaxClass.B))).isEqualTo(new Duplicate<>());
        answer(SALES, envelope("901"));
        assertThat(device.saveSales(sale(ReceiptKind.SALE, 1, TaxClass.B))).isEqualTo(new NotInstalled<>());
    }

    @ParameterizedTest
    @ValueSource(strings = {"881", "884", "891", "903", "910", "921", "922", "990", "991"})
    void a_fault_in_the_request_is_refused_for_good(String code) {
        answer(SALES, envelope(code));
        assertThat(device.saveSales(sale(ReceiptKind.SALE, 1, TaxClass.B))).isEqualTo(new Refused<>(code, "words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"894", "896", "899", "999"})
    void trouble_on_the_way_is_unknown_and_never_failed(String code) {
        answer(SALES, envelope(code));
        unavailable();
    }

    @Test
    void silence_a_broken_line_and_nonsense_are_unknown() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unavailable(device(TestConfig.impatientAt("http://localhost:" + silent.getLocalPort())));
        }
        answer(SALES, okJson("").withFault(Fault.CONNECTION_RESET_BY_PEER));
        unavailable();
        answer(SALES, serverError());
        unavailable();
        answer(SALES, okJson("<html>proxy</html>"));
        unavailable();
        answer(SALES, okJson("{\"resultCd\": \"000\", \"data\": {\"rcptNo\": 1}}"));
        unavailable();
    }

    @Test
    void an_installed_device_tells_its_last_numbers_also_under_902() {
        String info = """
                {"resultCd": "%s", "data": {"info": {"sdcId": "SDC010000005", "mrcNo": "WIS01006230",
                 "lastSaleRcptNo": 12, "lastInvcNo": 0, "lastSaleInvcNo": 21}}}""";
        Done<DeviceIdentity> known = new Done<>(new DeviceIdentity("SDC010000005", "WIS01006230", 12, 21, null));

        answer(INIT, okJson(info.formatted("000")));
        assertThat(device.initialise()).isEqualTo(known);
        answer(INIT, okJson(info.formatted("902")));
        assertThat(device.initialise()).isEqualTo(known);
        answer(INIT, envelope("902"));
        assertThat(device.initialise()).isInstanceOf(Refused.class);
        VSDC.verify(
                3,
                postRequestedFor(urlEqualTo(INIT))
                        .withRequestBody(equalToJson(
                                "{\"tin\": \"999900001\", \"bhfId\": \"00\", \"dvcSrlNo\": \"SERIAL-1\"}")));
    }

    private void unavailable() {
        unavailable(device);
    }

    private static void unavailable(VsdcDevice device) {
        assertThat(device.saveSales(sale(ReceiptKind.SALE, 1, TaxClass.B))).isInstanceOf(Unavailable.class);
    }

    private static VsdcDevice device(ComplianceConfig config) {
        return new VsdcDevice(TestConfig.line(config), TestConfig.seller(DeviceKind.VSDC, config));
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        VSDC.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder envelope(String code) {
        return okJson("{\"resultCd\": \"%s\", \"resultMsg\": \"words\", \"data\": null}".formatted(code));
    }

    private static Sale sale(ReceiptKind kind, long totalRwf, TaxClass taxClass) {
        return new Sale(
                kind,
                21,
                kind == ReceiptKind.SALE ? 0 : 17,
                BookingKind.CARGO_DOMESTIC,
                "ISH-AAAAAAAA",
                totalRwf,
                taxClass,
                null,
                Instant.parse("2026-11-21T08:00:00Z"));
    }
}
