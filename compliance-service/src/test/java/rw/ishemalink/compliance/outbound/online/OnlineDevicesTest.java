package rw.ishemalink.compliance.outbound.online;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.outbound.TestConfig;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Duplicate;
import rw.ishemalink.compliance.receipt.DeviceAnswer.NotInstalled;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Refused;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.DeviceKind;
import rw.ishemalink.compliance.receipt.DeviceRow;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.SignedSale;
import rw.ishemalink.compliance.receipt.StockMovement;

class OnlineDevicesTest {

    private static final String SALES = "/vsdc/saveTrnsSalesOsdc";
    private static final String STOCK = "/vsdc/insertStockIO";
    private static final String INIT = "/vsdc/selectInitOsdcInfo";
    private static final String KEY = "the-key-of-the-line";

    private static final String SIGNED = """
            {"resultCd": "%s", "resultMsg": "It is succeeded", "data": {"curRcptNo": "12", "totRcptNo": "340",
             "intrlData": "TE68", "rcptSign": "V249J39CFJ48HE2W", "sdcDateTime": "20261121103012"}}""";

    @RegisterExtension
    static final WireMockExtension OUTSIDE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @ParameterizedTest
    @EnumSource(names = {"OSDC", "ETIMS"})
    void the_key_that_the_initialisation_gives_is_kept(DeviceKind kind) {
        OUTSIDE.stubFor(post(urlEqualTo(INIT)).willReturn(okJson("""
                {"resultCd": "000", "data": {"info": {"sdicId": "SDC010000005", "mrcNo": "WIS01006230",
                 "cmcKey": "the-key-of-the-line", "lastSaleRcptNo": 12, "lastInvcNo": 21}}}""")));

        assertThat(device(kind, null).initialise())
                .isEqualTo(new Done<>(new DeviceIdentity("SDC010000005", "WIS01006230", 12, 21, KEY)));
    }

    @Test
    void nobody_reads_the_key_in_a_log() {
        assertThat(new DeviceIdentity("SDC", "MRC", 1, 2, KEY).toString()).doesNotContain(KEY);
        assertThat(row(KEY).toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @EnumSource(names = {"OSDC", "ETIMS"})
    void numbers_come_as_texts_and_who_it_is_was_told_before(DeviceKind kind) {
        OUTSIDE.stubFor(post(urlEqualTo(SALES)).willReturn(okJson(SIGNED.formatted("000"))));
        String at = kind == DeviceKind.OSDC ? "2026-11-21T08:30:12Z" : "2026-11-21T07:30:12Z";

        assertThat(device(kind, KEY).saveSales(sale()))
                .isEqualTo(new Done<>(new SignedSale(
                        12, 340, "TE68", "V249J39CFJ48HE2W", Instant.parse(at), "SDC010000005", "WIS01006230")));
    }

    @Test
    void the_osdc_gets_the_key_in_every_body() {
        OUTSIDE.stubFor(post(urlEqualTo(SALES)).willReturn(okJson(SIGNED.formatted("000"))));
        OUTSIDE.stubFor(post(urlEqualTo(STOCK)).willReturn(okJson("{\"resultCd\": \"000\"}")));
        FiscalDevice device = device(DeviceKind.OSDC, KEY);
        device.saveSales(sale());
        device.saveStockItems(new StockMovement(5, sale()));

        OUTSIDE.verify(postRequestedFor(urlEqualTo(SALES)).withRequestBody(equalToJson("""
                {"tin": "999900001", "bhfId": "00", "cmcKey": "the-key-of-the-line", "invcNo": 21, "taxRtB": 18}""", true, true)));
        OUTSIDE.verify(postRequestedFor(urlEqualTo(STOCK)).withRequestBody(equalToJson("""
                {"tin": "999900001", "cmcKey": "the-key-of-the-line", "sarNo": 5, "sarTyCd": "11"}""", true, true)));
    }

    @Test
    void etims_gets_the_key_in_every_header_and_the_pin_of_eleven_characters() {
        OUTSIDE.stubFor(post(urlEqualTo(SALES)).willReturn(okJson(SIGNED.formatted("000"))));
        device(DeviceKind.ETIMS, KEY).saveSales(sale());

        OUTSIDE.verify(postRequestedFor(urlEqualTo(SALES))
                .withHeader("tin", equalTo("P051234567Q"))
                .withHeader("bhfId", equalTo("00"))
                .withHeader("cmcKey", equalTo(KEY))
                .withRequestBody(matchingJsonPath("$[?(!(@.cmcKey))]"))
                .withRequestBody(equalToJson("""
                        {"trdInvcNo": "ISH-AAAAAAAA", "taxRtB": 16, "taxRtE": 8, "taxblAmtE": 0, "taxAmtB": 1600.00}""", true, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "00", "0000"})
    void etims_has_three_words_for_success(String code) {
        OUTSIDE.stubFor(post(urlEqualTo(SALES)).willReturn(okJson(SIGNED.formatted(code))));
        assertThat(device(DeviceKind.ETIMS, KEY).saveSales(sale())).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OSDC", "ETIMS"})
    void without_a_key_nothing_is_asked_and_the_device_is_to_be_installed(DeviceKind kind) {
        assertThat(device(kind, null).saveSales(sale())).isEqualTo(new NotInstalled<>());
        assertThat(device(kind, null).saveStockItems(new StockMovement(5, sale())))
                .isEqualTo(new NotInstalled<>());
    }

    @ParameterizedTest
    @EnumSource(names = {"OSDC", "ETIMS"})
    void duplicates_refusals_and_silence_mean_what_they_mean_everywhere(DeviceKind kind) {
        assertThat(answerTo(kind, "994")).isEqualTo(new Duplicate<>());
        assertThat(answerTo(kind, "924")).isEqualTo(new Duplicate<>());
        assertThat(answerTo(kind, "901")).isEqualTo(new NotInstalled<>());
        assertThat(answerTo(kind, "882")).isEqualTo(new Refused<>("882", "words"));
        assertThat(answerTo(kind, "E04")).isEqualTo(new Refused<>("E04", "words"));
        assertThat(answerTo(kind, "894")).isInstanceOf(Unavailable.class);
        assertThat(answerTo(kind, "000")).as("success without a receipt").isInstanceOf(Unavailable.class);
    }

    private static Object answerTo(DeviceKind kind, String code) {
        OUTSIDE.stubFor(post(urlEqualTo(SALES))
                .willReturn(
                        okJson("{\"resultCd\": \"%s\", \"resultMsg\": \"words\", \"data\": null}".formatted(code))));
        return device(kind, KEY).saveSales(sale());
    }

    private static FiscalDevice device(DeviceKind kind, @Nullable String key) {
        ComplianceConfig config = TestConfig.at(OUTSIDE.baseUrl());
        Seller seller = TestConfig.seller(kind, config);
        return kind == DeviceKind.OSDC
                ? OnlineDevice.osdc(TestConfig.line(config), seller, row(key))
                : OnlineDevice.etims(TestConfig.line(config), seller, row(key));
    }

    private static DeviceRow row(@Nullable String key) {
        return new DeviceRow(
                UUID.randomUUID(), "999900001", "00", "SDC010000005", "WIS01006230", 20, 11, 0, 339, 0, key);
    }

    private static Sale sale() {
        return new Sale(
                ReceiptKind.SALE,
                21,
                0,
                BookingKind.RIDE,
                "ISH-AAAAAAAA",
                11_600,
                TaxClass.B,
                null,
                Instant.parse("2026-11-21T08:00:00Z"));
    }
}
