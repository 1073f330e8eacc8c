package rw.ishemalink.payment.outbound.airtel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.Terms;

/** Every detail of Airtel's collection, enquiry and refund that we rely on. */
class AirtelMobileMoneyTest {

    private static final Msisdn PAYER = Msisdn.of("+250733123456");
    private static final String TOKEN = "/auth/oauth2/token";
    private static final String ORDERS = "/merchant/v1/payments/";
    private static final String REFUNDS = "/standard/v1/payments/refund";

    /** Longer than any machine takes to notice that its patience has ended. */
    private static final int SILENCE_MILLIS = 30_000;

    private final WireMockServer airtel = new WireMockServer(options().dynamicPort());
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private Duration patience = AirtelAccount.PATIENCE;
    private final UUID reference = UUID.randomUUID();
    private final Charge charge = new Charge(UUID.randomUUID(), "MP2611.0800.A12345");
    private AirtelMobileMoney money;

    @BeforeEach
    void start() {
        airtel.start();
        AirtelAccount account = AirtelAccount.inRwanda(airtel.baseUrl(), () -> patience);
        money = new AirtelMobileMoney(account, new AirtelHttp(account, () -> now));
        airtel.stubFor(post(TOKEN).willReturn(token("first")));
    }

    @AfterEach
    void stop() {
        airtel.stop();
    }

    @Test
    void an_order_carries_every_header_and_field_that_Airtel_asks_for() {
        airtel.stubFor(post(ORDERS).willReturn(status("DP00800001006", true)));

        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());

        airtel.verify(postRequestedFor(urlEqualTo(ORDERS))
                .withHeader("Authorization", equalTo("Bearer first"))
                .withHeader("X-Country", equalTo("RW"))
                .withHeader("X-Currency", equalTo("RWF"))
                .withHeader("Accept", equalTo("*/*"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("""
                        {"reference": "ISH7K3M9QXA",
                         "subscriber": {"country": "RW", "currency": "RWF", "msisdn": "733123456"},
                         "transaction": {"amount": 5000, "country": "RW", "currency": "RWF", "id": "%s"}}""".formatted(id(reference)))));
    }

    @Test
    void a_token_is_asked_for_with_the_clients_secret_and_used_for_its_180_seconds_told_as_text() {
        airtel.stubFor(post(ORDERS).willReturn(status("DP00800001006", true)));
        money.collect(reference, PAYER, terms("RWF"));
        now = now.plusSeconds(140);
        money.collect(reference, PAYER, terms("RWF"));
        airtel.verify(
                1,
                postRequestedFor(urlEqualTo(TOKEN))
                        .withHeader("Authorization", absent())
                        .withRequestBody(equalToJson("""
                                {"client_id": "client-17", "client_secret": "s3cret-client",
                                 "grant_type": "client_credentials"}""")));

        now = now.plusSeconds(20);
        money.collect(reference, PAYER, terms("RWF"));
        airtel.verify(2, postRequestedFor(urlEqualTo(TOKEN)));
    }

    @Test
    void a_refused_token_is_fetched_again_and_the_same_order_goes_out_once_more() {
        airtel.stubFor(post(TOKEN)
                .inScenario("token")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("revoked")
                .willReturn(token("revoked")));
        airtel.stubFor(
                post(TOKEN).inScenario("token").whenScenarioStateIs("revoked").willReturn(token("fresh")));
        airtel.stubFor(post(ORDERS)
                .withHeader("Authorization", equalTo("Bearer revoked"))
                .willReturn(aResponse().withStatus(401)));
        airtel.stubFor(post(ORDERS)
                .withHeader("Authorization", equalTo("Bearer fresh"))
                .willReturn(status("DP00800001006", true)));

        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());
        airtel.verify(2, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @Test
    void even_an_order_that_Airtel_calls_a_success_is_only_taken_until_it_is_asked_about() {
        airtel.stubFor(post(ORDERS).willReturn(status("DP00800001001", true)));
        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());
        airtel.stubFor(post(ORDERS).willReturn(okJson("""
                {"status": {"code": "200", "result_code": "ESB000010", "success": true}}""")));
        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());
    }

    @Test
    void an_id_that_Airtel_has_already_means_that_the_order_was_taken() {
        airtel.stubFor(post(ORDERS).willReturn(okJson("""
                {"status": {"code": "200", "result_code": "ESB000041", "success": false}}""")));
        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());
    }

    @ParameterizedTest
    @CsvSource({
        "DP00800001002, INCORRECT_PIN",
        "DP00800001003, LIMIT_EXCEEDED",
        "DP00800001004, INVALID_AMOUNT",
        "DP00800001007, NOT_ENOUGH_FUNDS",
        "DP00800001008, REFUSED",
        "DP00800001009, DO_NOT_HONOUR",
        "DP00800001010, NOT_PERMITTED_TO_PAYEE",
        "DP00800001026, FORBIDDEN",
        "DP00800001029, EXPIRED",
        "ESB000033, INVALID_MSISDN",
        "ESB000039, ESB000039"
    })
    void a_refusal_comes_as_http_200_and_fails_the_attempt(String code, String reason) {
        airtel.stubFor(post(ORDERS).willReturn(status(code, false)));
        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Failed(reason));
    }

    @Test
    void a_refusal_of_the_gateway_fails_the_attempt_too() {
        airtel.stubFor(post(ORDERS).willReturn(okJson("""
                {"status": {"code": "ROUTER112", "message": "Invalid currency", "success": false}}""").withStatus(400)));
        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Failed("ROUTER112"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DP00800001000",
                "DP00800001005",
                "DP00800001024",
                "DP00800001025",
                "DP00800001027",
                "ESB000001",
                "ESB000004",
                "ROUTER117",
                "0000900",
                "DP00800001099"
            })
    void an_ambiguous_code_leaves_us_not_knowing(String code) {
        airtel.stubFor(post(ORDERS).willReturn(status(code, false)));
        assertUnknown();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 403, 429})
    void trouble_at_Airtel_leaves_us_not_knowing(int status) {
        airtel.stubFor(post(ORDERS).willReturn(aResponse().withStatus(status)));
        assertUnknown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>gateway</html>", "{}", "{\"status\": {\"code\": \"200\"}}"})
    void an_answer_outside_the_protocol_decides_nothing(String body) {
        airtel.stubFor(post(ORDERS).willReturn(okJson(body)));
        assertUnknown();
        airtel.stubFor(get(enquiry(reference)).willReturn(okJson(body)));
        assertThatThrownBy(() -> money.askCollection(reference)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void silence_and_a_lost_connection_leave_us_not_knowing_and_no_connection_means_not_sent() {
        airtel.stubFor(get(enquiry(reference)).willReturn(standing("TIP", "DP00800001006")));
        assertThat(money.askCollection(reference)).as("Airtel gives a token").isEqualTo(new Answer.Pending());
        airtel.stubFor(post(ORDERS).willReturn(status("DP00800001006", true).withFixedDelay(SILENCE_MILLIS)));
        patience = Duration.ofSeconds(3);
        assertUnknown();
        patience = AirtelAccount.PATIENCE;
        airtel.stubFor(post(ORDERS).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertUnknown();

        airtel.stop();
        assertThatThrownBy(() -> money.collect(reference, PAYER, terms("RWF")))
                .isInstanceOfSatisfying(ProviderUnavailableException.class, e -> assertThat(e.sent())
                        .isFalse());
    }

    @Test
    void a_number_or_a_currency_that_Airtel_Rwanda_does_not_have_is_not_even_sent() {
        assertThat(money.collect(reference, new Msisdn("46733123450"), terms("RWF")))
                .isEqualTo(new Answer.Failed("INVALID_MSISDN"));
        assertThat(money.collect(reference, PAYER, terms("EUR"))).isEqualTo(new Answer.Failed("INVALID_CURRENCY"));
        airtel.verify(0, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @Test
    void a_success_brings_Airtels_own_id() {
        asked(standing("TS", "DP00800001001"));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Succeeded("MP77"));
    }

    @ParameterizedTest
    @CsvSource({
        "TF, DP00800001007, NOT_ENOUGH_FUNDS",
        "TF, DP00800001005, NO_PIN_ENTERED",
        "TF, DP00800001024, TIMED_OUT",
        "TF, DP00800001001, FAILED",
        "TF, DP00800009999, FAILED",
        "TE, DP00800001029, EXPIRED",
        "TR, DP00800001001, REVERSED"
    })
    void a_failed_expired_or_reversed_transaction_leaves_no_money_with_us(String status, String code, String reason) {
        asked(standing(status, code));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Failed(reason));
    }

    @Test
    void what_is_in_progress_is_pending_and_what_is_ambiguous_is_unknown() {
        asked(standing("TIP", "DP00800001006"));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Pending());
        asked(standing("TA", "DP00800001000"));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Unknown());
        asked(standing("TF", "DP00800001000"));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Unknown());
    }

    @ParameterizedTest
    @CsvSource({"200, DP00800001025", "404, DP00800001025", "200, ESB000045"})
    void an_id_that_Airtel_never_saw_is_not_found(int http, String code) {
        asked(status(code, false).withStatus(http));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.NotFound());
    }

    @Test
    void a_refund_names_Airtels_id_of_the_money_and_is_done_at_once() {
        airtel.stubFor(get(enquiry(charge.reference())).willReturn(standing("TS", "DP00800001001")));
        airtel.stubFor(post(REFUNDS).willReturn(standing("SUCCESS", "DP00800001001")));

        assertThat(money.refund(reference, charge, terms("RWF"))).isEqualTo(new Answer.Succeeded("MP77"));

        airtel.verify(postRequestedFor(urlEqualTo(REFUNDS))
                .withHeader("X-Country", equalTo("RW"))
                .withRequestBody(equalToJson("{\"transaction\": {\"airtel_money_id\": \"MP77\"}}")));
    }

    @Test
    void what_has_gone_back_is_not_asked_back_again() {
        airtel.stubFor(get(enquiry(charge.reference())).willReturn(standing("TR", "DP00800001001")));
        assertThat(money.refund(reference, charge, terms("RWF"))).isEqualTo(new Answer.Succeeded("MP77"));
        assertThat(money.askRefund(reference, charge)).isEqualTo(new Answer.Succeeded("MP77"));
        airtel.verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
    }

    @Test
    void a_refund_of_money_whose_fate_is_open_waits() {
        airtel.stubFor(get(enquiry(charge.reference())).willReturn(standing("TA", "DP00800001000")));
        assertThat(money.refund(reference, charge, terms("RWF"))).isEqualTo(new Answer.NotTried());

        airtel.stubFor(get(enquiry(charge.reference())).willReturn(aResponse().withStatus(504)));
        assertThatThrownBy(() -> money.refund(reference, charge, terms("RWF")))
                .isInstanceOfSatisfying(ProviderUnavailableException.class, e -> assertThat(e.sent())
                        .isFalse());
        airtel.verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
    }

    @Test
    void a_refund_is_refused_unclear_or_not_seen_yet() {
        airtel.stubFor(get(enquiry(charge.reference())).willReturn(standing("TS", "DP00800001001")));
        airtel.stubFor(post(REFUNDS).willReturn(status("DP00800001007", false)));
        assertThat(money.refund(reference, charge, terms("RWF"))).isEqualTo(new Answer.Failed("NOT_ENOUGH_FUNDS"));
        airtel.stubFor(post(REFUNDS).willReturn(standing("TIP", "DP00800001006")));
        assertThat(money.refund(reference, charge, terms("RWF"))).isEqualTo(new Answer.Unknown());
        airtel.stubFor(post(REFUNDS).willReturn(aResponse().withStatus(504)));
        assertThatThrownBy(() -> money.refund(reference, charge, terms("RWF")))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThat(money.askRefund(reference, charge)).isEqualTo(new Answer.NotFound());
    }

    @Test
    void a_statement_is_fetched_from_where_it_was_put_and_speaks_of_our_references() {
        airtel.stubFor(get("/settlement/2026-11-21.csv")
                .withBasicAuth("client-17", AirtelAccount.CLIENT_SECRET)
                .willReturn(aResponse().withBody("""
                        reference,transaction_id,kind,amount,fee,status,at
                        %s,MP1,TRANSFER,8500,0,SUCCEEDED,2026-11-21T10:00:00Z
                        nobodys,MP2,COLLECTION,70,1,FAILED,2026-11-21T10:00:00Z
                        """.formatted(id(reference)))));
        assertThat(money.statement(LocalDate.of(2026, 11, 21)))
                .extracting(StatementLine::reference, StatementLine::amountRwf)
                .containsExactly(tuple(reference.toString(), 8_500L), tuple("nobodys", 70L));
    }

    private void assertUnknown() {
        assertThatThrownBy(() -> money.collect(reference, PAYER, terms("RWF")))
                .isInstanceOfSatisfying(ProviderUnavailableException.class, e -> assertThat(e.sent())
                        .isTrue());
    }

    private void asked(ResponseDefinitionBuilder answer) {
        airtel.stubFor(get(enquiry(reference)).willReturn(answer));
    }

    private static String enquiry(UUID reference) {
        return "/standard/v1/payments/" + id(reference);
    }

    private static String id(UUID reference) {
        return reference.toString().replace("-", "");
    }

    private static ResponseDefinitionBuilder token(String text) {
        return okJson(
                "{\"access_token\": \"%s\", \"expires_in\": \"180\", \"token_type\": \"bearer\"}".formatted(text));
    }

    private static ResponseDefinitionBuilder status(String code, boolean success) {
        return okJson("""
                {"status": {"code": "200", "message": "m", "response_code": "%s", "success": %s}}""".formatted(code, success));
    }

    private static ResponseDefinitionBuilder standing(String status, String code) {
        return okJson("""
                {"data": {"transaction": {"airtel_money_id": "MP77", "id": "x", "message": "m", "status": "%s"}},
                 "status": {"code": "200", "message": "m", "response_code": "%s", "success": true}}""".formatted(status, code));
    }

    private static Terms terms(String currency) {
        return new Terms(
                UUID.randomUUID(),
                "ishemalink",
                UUID.randomUUID(),
                PAYER,
                new Amount(5_000, 763, currency),
                "ISH-7K3M9QXA",
                "correlation",
                Instant.EPOCH);
    }
}
