package rw.ishemalink.compliance.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
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

    private static final String VSDC = "/vsdc/.*";
    private static final int FIRST = 1;

    private static final String INFO = """
        {"resultCd": "000", "data": {"info": {"sdcId": "SDC010000005", "mrcNo": "WIS01006230", "cmcKey": "%s",
         "lastSaleRcptNo": %s, "lastSaleInvcNo": %s}}}\
        """;

    /** Numbers its receipts like the invoices, so that a test can tell them. */
    private static final String SIGNED = """
        {"resultCd": "000", "resultMsg": "It is succeeded", "data": {
         "rcptNo": {{jsonPath request.body '$.invcNo'}}, "totRcptNo": {{jsonPath request.body '$.invcNo'}},
         "intrlData": "TE68SLA2LYA4NSOPZIFQHBTQ2Q", "rcptSign": "V249J39CFJ48HE2W",
         "vsdcRcptPbctDate": "20261121103012", "sdcId": "SDC010000005", "mrcNo": "WIS01006230"}}\
        """;

    /** The answer of a device on line: its numbers are texts, and it does not say who it is. */
    private static final String SIGNED_ON_LINE = """
        {"resultCd": "000", "resultMsg": "It is succeeded", "data": {
         "curRcptNo": "{{jsonPath request.body '$.invcNo'}}", "totRcptNo": "{{jsonPath request.body '$.invcNo'}}",
         "intrlData": "TE68SLA2LYA4NSOPZIFQHBTQ2Q", "rcptSign": "V249J39CFJ48HE2W",
         "sdcDateTime": "20261121103012"}}\
        """;

    /** The devices of three kinds, each of another tenant. */
    enum Line {
        VSDC("ishemalink", SALES, STOCK, "/vsdc/initializer/selectInitInfo", "not-kept"),
        OSDC("osdc-co", "/osdc/saveTrnsSalesOsdc", "/osdc/insertStockIO", "/osdc/selectInitOsdcInfo", "key-of-osdc"),
        ETIMS(
                "kenya-co",
                "/etims/saveTrnsSalesOsdc",
                "/etims/insertStockIO",
                "/etims/selectInitOsdcInfo",
                "key-of-etims");

        final String tenant;
        final String sales;
        final String stock;
        final String key;
        private final String init;

        Line(String tenant, String sales, String stock, String init, String key) {
            this.tenant = tenant;
            this.sales = sales;
            this.stock = stock;
            this.init = init;
            this.key = key;
        }
    }

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
        List.of(Line.OSDC, Line.ETIMS).forEach(line -> {
            outside.register(post(urlEqualTo(line.sales)).willReturn(okJson(SIGNED_ON_LINE)));
            outside.register(
                    post(urlEqualTo(line.stock)).willReturn(okJson("{\"resultCd\": \"000\", \"data\": null}")));
            deviceCounts(line, 0, 0);
        });
        outside.register(get(urlMatching("/rura/v1/.*"))
                .atPriority(9)
                .willReturn(aResponse().withStatus(404)));
    }

    /** The last numbers that the device tells when it is initialised. */
    void deviceCounts(long lastSaleReceipt, long lastInvoice) {
        deviceCounts(Line.VSDC, lastSaleReceipt, lastInvoice);
    }

    void deviceCounts(Line line, long lastSaleReceipt, long lastInvoice) {
        outside.register(
                post(urlEqualTo(line.init)).willReturn(okJson(INFO.formatted(line.key, lastSaleReceipt, lastInvoice))));
    }

    void deviceIsAway() {
        outside.register(post(urlMatching(VSDC))
                .withId(absenceOfDevice)
                .atPriority(FIRST)
                .willReturn(aResponse().withStatus(503)));
    }

    /** In one stroke: it goes on as it was, and no call of the loops meets anything in between. */
    void deviceIsBack() {
        outside.removeStubMapping(absenceOfDevice);
    }

    void deviceAnswers(Journey journey, String resultCode) {
        deviceAnswers(SALES, journey, resultCode);
    }

    void deviceAnswers(String path, Journey journey, String resultCode) {
        outside.register(about(path, journey)
                .willReturn(okJson("{\"resultCd\": \"%s\", \"resultMsg\": \"words\"}".formatted(resultCode))));
    }

    /** The device signs, but its reply never arrives; sent again, the sale is a duplicate. */
    void deviceLosesItsReplyTo(Journey journey) {
        deviceLosesItsReplyTo(SALES, journey);
    }

    /** The same, of whichever call of whichever device; a stub of its own for each time that it is said. */
    void deviceLosesItsReplyTo(String path, Journey journey) {
        String scenario = "lost reply to " + path + journey.trackingCode() + UUID.randomUUID();
        outside.register(about(path, journey)
                .inScenario(scenario)
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("signed")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        outside.register(about(path, journey)
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

    /** All bodies that came at the path, oldest first. */
    List<String> sentToDevice(String path) {
        return outside.find(postRequestedFor(urlEqualTo(path))).stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** What the device was sent about the journey, oldest first. */
    List<LoggedRequest> sentToDevice(String path, Journey journey) {
        return outside.find(postRequestedFor(urlEqualTo(path))
                .withRequestBody(matchingJsonPath("$[?(@.remark == '" + journey.trackingCode() + "')]")));
    }

    /** How often the register was asked for the driver's authorisation. */
    int questionsAbout(Driver driver) {
        return outside.find(getRequestedFor(urlEqualTo("/rura/v1/authorisations/drivers/" + driver.licenceNumber())))
                .size();
    }

    /** The clerk takes the driver's authorisation away, or gives it back. */
    void clerkSays(Driver driver, String status, String validUntil) {
        registerHas("/rura/v1/authorisations/drivers/" + driver.licenceNumber(), status, validUntil, "2020-01-01");
    }

    /** The papers that travel with a truck. */
    void registerKnowsPapers(Driver driver, String inspectedOn, String validUntil) {
        String plate = driver.plate().replace(" ", "");
        registerHas("/rura/v1/inspections/vehicles/" + plate, "VALID", validUntil, inspectedOn);
        registerHas("/rura/v1/insurances/vehicles/" + plate, "VALID", validUntil, inspectedOn);
        registerHas("/rura/v1/licences/drivers/" + driver.licenceNumber(), "VALID", validUntil, inspectedOn);
    }

    /** The register answers so late that it is no answer to whoever waits no longer; with garbage; or refuses our key. */
    void registerAnswers(ResponseDefinitionBuilder answer) {
        outside.register(get(urlMatching("/rura/v1/.*"))
                .withId(absenceOfRegister)
                .atPriority(FIRST)
                .willReturn(answer));
    }

    private void registerHas(String path, String validUntil) {
        registerHas(path, "VALID", validUntil, "2020-01-01");
    }

    private void registerHas(String path, String status, String validUntil, String issuedOn) {
        outside.register(get(urlEqualTo(path)).willReturn(okJson("""
                {"number": "RURA-1", "holder": "h", "issuedOn": "%s", "validUntil": "%s", "status": "%s",
                 "categories": ["B", "C"]}""".formatted(issuedOn, validUntil, status))));
    }

    private static MappingBuilder about(String path, Journey journey) {
        return post(urlEqualTo(path))
                .atPriority(FIRST + 1)
                .withRequestBody(matchingJsonPath("$[?(@.remark == '" + journey.trackingCode() + "')]"));
    }
}
