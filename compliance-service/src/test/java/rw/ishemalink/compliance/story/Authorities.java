package rw.ishemalink.compliance.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What RRA's device and RURA's register answer. All is well until a test says otherwise. */
final class Authorities {

    static final String SALES = "/vsdc/trnsSales/saveSales";
    static final String STOCK = "/vsdc/stock/saveStockItems";

    private static final String INIT = "/vsdc/initializer/selectInitInfo";
    private static final int FIRST = 1;

    private static final String INFO = """
            {"resultCd": "000", "data": {"info": {"sdcId": "SDC010000005", "mrcNo": "WIS01006230",
             "lastSaleRcptNo": %s, "lastSaleInvcNo": %s}}}""";

    /** Numbers its receipts like the invoices, so that a test can tell them. */
    private static final String SIGNED = """
            {"resultCd": "000", "resultMsg": "It is succeeded", "data": {
             "rcptNo": {{jsonPath request.body '$.invcNo'}}, "totRcptNo": {{jsonPath request.body '$.invcNo'}},
             "intrlData": "TE68SLA2LYA4NSOPZIFQHBTQ2Q", "rcptSign": "V249J39CFJ48HE2W",
             "vsdcRcptPbctDate": "20261121103012", "sdcId": "SDC010000005", "mrcNo": "WIS01006230"}}""";

    private final WireMock outside =
            new WireMock("localhost", ConfigProvider.getConfig().getValue("test.outside.port", Integer.class));

    private final UUID absenceOfDevice = UUID.randomUUID();
    private final UUID absenceOfRegister = UUID.randomUUID();

    /** Everybody is at work and knows nobody yet. */
    void areAtWork() {
        outside.resetToDefaultMappings();
        deviceCounts(0, 0);
        outside.register(post(urlEqualTo(SALES)).willReturn(okJson(SIGNED)));
        outside.register(post(urlEqualTo(STOCK)).willReturn(okJson("{\"resultCd\": \"000\", \"data\": null}")));
        outside.register(get(urlMatching("/rura/v1/.*"))
                .atPriority(9)
                .willReturn(aResponse().withStatus(404)));
    }

    /** The last numbers that the device tells when it is initialised. */
    void deviceCounts(long lastSaleReceipt, long lastInvoice) {
        outside.register(post(urlEqualTo(INIT)).willReturn(okJson(INFO.formatted(lastSaleReceipt, lastInvoice))));
    }

    void deviceIsAway() {
        outside.register(post(urlMatching("/vsdc/.*"))
                .withId(absenceOfDevice)
                .atPriority(FIRST)
                .willReturn(aResponse().withStatus(503)));
    }

    /** In one stroke: it goes on as it was, and no call of the loops meets anything in between. */
    void deviceIsBack() {
        outside.removeStubMapping(absenceOfDevice);
    }

    void deviceAnswers(Journey journey, String resultCode) {
        outside.register(saleOf(journey)
                .willReturn(okJson("{\"resultCd\": \"%s\", \"resultMsg\": \"words\"}".formatted(resultCode))));
    }

    /** The device signs, but its reply never arrives; sent again, the sale is a duplicate. */
    void deviceLosesItsReplyTo(Journey journey) {
        String scenario = "lost reply to " + journey.trackingCode();
        outside.register(saleOf(journey)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("signed")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        outside.register(saleOf(journey)
                .inScenario(scenario)
                .whenScenarioStateIs("signed")
                .willReturn(okJson("{\"resultCd\": \"994\", \"resultMsg\": \"Overlapped data\"}")));
    }

    void registerIsAway() {
        outside.register(get(urlMatching("/rura/v1/.*"))
                .withId(absenceOfRegister)
                .atPriority(FIRST)
                .willReturn(aResponse().withStatus(503)));
    }

    /** In one stroke: what it knew before it knows again, and no question of the loops meets anything in between. */
    void registerIsBack() {
        outside.removeStubMapping(absenceOfRegister);
    }

    void registerKnows(Driver driver, String validUntil) {
        registerHas("/rura/v1/authorisations/drivers/" + driver.licenceNumber(), validUntil);
        registerHas("/rura/v1/authorisations/vehicles/" + driver.plate().replace(" ", ""), validUntil);
    }

    void registerKnowsOperator(String tin, String validUntil) {
        registerHas("/rura/v1/licences/operators/" + tin, validUntil);
    }

    /** What the device was sent about the journey, oldest first. */
    List<LoggedRequest> sentToDevice(String path, Journey journey) {
        return outside.find(postRequestedFor(urlEqualTo(path))
                .withRequestBody(matchingJsonPath("$[?(@.remark == '" + journey.trackingCode() + "')]")));
    }

    private void registerHas(String path, String validUntil) {
        outside.register(get(urlEqualTo(path)).willReturn(okJson("""
                {"number": "RURA-1", "holder": "h", "issuedOn": "2020-01-01", "validUntil": "%s", "status": "VALID"}""".formatted(validUntil))));
    }

    private static MappingBuilder saleOf(Journey journey) {
        return post(urlEqualTo(SALES))
                .atPriority(FIRST + 1)
                .withRequestBody(matchingJsonPath("$[?(@.remark == '" + journey.trackingCode() + "')]"));
    }
}
