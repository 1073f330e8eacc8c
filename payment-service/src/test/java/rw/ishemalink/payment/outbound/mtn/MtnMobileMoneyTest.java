package rw.ishemalink.payment.outbound.mtn;

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

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.Terms;

/** Every detail of MTN's wire protocol that we rely on. */
class MtnMobileMoneyTest {

    private static final Msisdn PAYER = Msisdn.of("+250788123456");
    private static final String ORDERS = "/mtn/collection/v1_0/requesttopay";
    private static final String REFUNDS = "/mtn/disbursement/v1_0/refund";
    private static final String TRANSFERS = "/mtn/disbursement/v1_0/transfer";
    private static final String TOKEN = "/mtn/collection/token/";

    /** Longer than any machine takes to notice that its patience has ended. */
    private static final int SILENCE_MILLIS = 30_000;

    private final WireMockServer mtn = new WireMockServer(options().dynamicPort());
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private Duration patience = MtnAccount.PATIENCE;
    private final UUID reference = UUID.randomUUID();
    private MtnMobileMoney money;

    @BeforeEach
    void start() {
        mtn.start();
        money = with(MtnAccount.inRwanda(mtn.baseUrl(), () -> patience));
        mtn.stubFor(post(TOKEN).willReturn(token("first")));
        mtn.stubFor(post("/mtn/disbursement/token/").willReturn(token("disbursing")));
    }

    @AfterEach
    void stop() {
        mtn.stop();
    }

    @Test
    void an_order_carries_every_header_and_field_that_MTN_asks_for() {
        mtn.stubFor(post(ORDERS).willReturn(aResponse().withStatus(202)));
        Terms terms = terms("RWF");

        assertThat(money.collect(reference, PAYER, terms)).isEqualTo(new Answer.Pending());

        mtn.verify(postRequestedFor(urlEqualTo(ORDERS))
                .withHeader("Authorization", equalTo("Bearer first"))
                .withHeader("X-Reference-Id", equalTo(reference.toString()))
                .withHeader("X-Target-Environment", equalTo("mtnrwanda"))
                .withHeader("Ocp-Apim-Subscription-Key", equalTo(MtnAccount.COLLECTION_KEY))
                .withHeader(
                        "X-Callback-Url", equalTo("https://gateway.example/api/payments/callbacks/mtn/" + reference))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("""
                        {"amount": "5000", "currency": "RWF", "externalId": "%s",
                         "payer": {"partyIdType": "MSISDN", "partyId": "250788123456"},
                         "payerMessage": "IshemaLink ISH-7K3M9QXA", "payeeNote": "Booking ISH-7K3M9QXA"}""".formatted(terms.bookingId()))));
    }

    @Test
    void a_token_is_asked_for_with_basic_credentials_and_an_empty_body_and_used_until_it_ends() {
        mtn.stubFor(post(ORDERS).willReturn(aResponse().withStatus(202)));
        money.collect(reference, PAYER, terms("RWF"));
        money.collect(reference, PAYER, terms("RWF"));
        mtn.verify(
                1,
                postRequestedFor(urlEqualTo(TOKEN))
                        .withHeader(
                                "Authorization",
                                equalTo("Basic N2QwZjRhM2UtNWIxYy00ZTJhLTlhNTItMmY2ZjFjMGI3ZTExOnMzY3JldC1hcGkta2V5"))
                        .withHeader("Ocp-Apim-Subscription-Key", equalTo(MtnAccount.COLLECTION_KEY))
                        .withRequestBody(absent()));

        now = now.plusSeconds(3_600);
        money.collect(reference, PAYER, terms("RWF"));
        mtn.verify(2, postRequestedFor(urlEqualTo(TOKEN)));
    }

    @Test
    void a_refused_token_is_fetched_again_and_the_same_reference_goes_out_once_more() {
        mtn.stubFor(post(TOKEN)
                .inScenario("token")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("revoked")
                .willReturn(token("revoked")));
        mtn.stubFor(
                post(TOKEN).inScenario("token").whenScenarioStateIs("revoked").willReturn(token("fresh")));
        mtn.stubFor(post(ORDERS)
                .withHeader("Authorization", equalTo("Bearer revoked"))
                .willReturn(aResponse().withStatus(401)));
        mtn.stubFor(post(ORDERS)
                .withHeader("Authorization", equalTo("Bearer fresh"))
                .willReturn(aResponse().withStatus(202)));

        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());

        mtn.verify(2, postRequestedFor(urlEqualTo(ORDERS)).withHeader("X-Reference-Id", equalTo(reference.toString())));
    }

    @Test
    void our_own_reference_seen_before_means_that_the_order_was_taken() {
        mtn.stubFor(post(ORDERS).willReturn(error(409, "RESOURCE_ALREADY_EXIST")));
        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());
    }

    @ParameterizedTest
    @CsvSource({
        "500, NOT_ALLOWED",
        "500, NOT_ALLOWED_TARGET_ENVIRONMENT",
        "500, INVALID_CALLBACK_URL_HOST",
        "500, INVALID_CURRENCY",
        "400, BAD_REQUEST"
    })
    void a_documented_refusal_fails_the_attempt(int status, String code) {
        mtn.stubFor(post(ORDERS).willReturn(error(status, code)));
        assertThat(money.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Failed(code));
    }

    @ParameterizedTest
    @CsvSource({
        "500, INTERNAL_PROCESSING_ERROR",
        "503, SERVICE_UNAVAILABLE",
        "429, TOO_MANY",
        "403, FORBIDDEN",
        "401, UNAUTHORIZED",
        "502, GATEWAY",
        "404, SOMETHING_ELSE"
    })
    void trouble_at_MTN_leaves_us_not_knowing(int status, String code) {
        mtn.stubFor(post(ORDERS).willReturn(error(status, code)));
        mtn.stubFor(get(ORDERS + "/" + reference).willReturn(error(status, code)));
        assertThatThrownBy(() -> money.collect(reference, PAYER, terms("RWF")))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThatThrownBy(() -> money.askCollection(reference)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void silence_and_a_lost_connection_leave_us_not_knowing() {
        status("{\"status\": \"PENDING\"}");
        assertThat(money.askCollection(reference)).as("MTN gives a token").isEqualTo(new Answer.Pending());
        mtn.stubFor(post(ORDERS).willReturn(aResponse().withStatus(202).withFixedDelay(SILENCE_MILLIS)));
        patience = Duration.ofMillis(500);
        assertThatThrownBy(() -> money.collect(reference, PAYER, terms("RWF")))
                .isInstanceOf(ProviderUnavailableException.class);

        patience = MtnAccount.PATIENCE;
        mtn.stubFor(get(ORDERS + "/" + reference).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> money.askCollection(reference)).isInstanceOf(ProviderUnavailableException.class);
        mtn.stop();
        assertThatThrownBy(() -> money.askCollection(reference)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void a_success_brings_MTNs_own_id_and_without_it_our_reference_serves() {
        status("{\"status\": \"SUCCESSFUL\", \"financialTransactionId\": \"23503452\", \"amount\": \"5000\"}");
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Succeeded("23503452"));
        status("{\"status\": \"SUCCESSFUL\"}");
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Succeeded(reference.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"NOT_ENOUGH_FUNDS\"",
                "{\"code\": \"NOT_ENOUGH_FUNDS\", \"message\": \"The payer's balance is too low\"}"
            })
    void a_reason_is_read_as_text_and_as_object(String reason) {
        status("{\"status\": \"FAILED\", \"reason\": %s}".formatted(reason));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Failed("NOT_ENOUGH_FUNDS"));
    }

    @Test
    void reasons_are_an_open_list_and_may_be_missing() {
        status("{\"status\": \"FAILED\", \"reason\": \"SENDER_ACCOUNT_NOT_ACTIVE\"}");
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Failed("SENDER_ACCOUNT_NOT_ACTIVE"));
        status("{\"status\": \"FAILED\"}");
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Failed("NO_REASON_GIVEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "CREATED"})
    void an_order_that_waits_for_the_payer_is_pending(String status) {
        status("{\"status\": \"%s\"}".formatted(status));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.Pending());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\": \"REVERSED\"}", "{}", "<html>gateway</html>", ""})
    void an_answer_outside_the_protocol_decides_nothing(String body) {
        status(body);
        assertThatThrownBy(() -> money.askCollection(reference)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void a_reference_that_MTN_never_saw_is_not_found() {
        mtn.stubFor(get(ORDERS + "/" + reference).willReturn(error(404, "RESOURCE_NOT_FOUND")));
        assertThat(money.askCollection(reference)).isEqualTo(new Answer.NotFound());
    }

    @Test
    void a_refund_goes_through_the_disbursement_product_and_names_what_it_gives_back() {
        Charge charge = new Charge(UUID.randomUUID(), "23503452");
        mtn.stubFor(post(REFUNDS).willReturn(aResponse().withStatus(202)));
        mtn.stubFor(get(REFUNDS + "/" + reference)
                .willReturn(okJson("{\"status\": \"SUCCESSFUL\", \"financialTransactionId\": \"9\"}")));
        Terms terms = terms("RWF");

        assertThat(money.refund(reference, charge, terms)).isEqualTo(new Answer.Pending());
        assertThat(money.askRefund(reference, charge)).isEqualTo(new Answer.Succeeded("9"));

        mtn.verify(postRequestedFor(urlEqualTo(REFUNDS))
                .withHeader("Authorization", equalTo("Bearer disbursing"))
                .withHeader("Ocp-Apim-Subscription-Key", equalTo(MtnAccount.DISBURSEMENT_KEY))
                .withHeader("X-Reference-Id", equalTo(reference.toString()))
                .withRequestBody(equalToJson("""
                        {"amount": "5000", "currency": "RWF", "externalId": "%s",
                         "payerMessage": "IshemaLink refund ISH-7K3M9QXA", "payeeNote": "Refund ISH-7K3M9QXA",
                         "referenceIdToRefund": "%s"}""".formatted(terms.bookingId(), charge.reference()))));
    }

    @Test
    void a_transfer_names_the_payee_and_is_asked_about_by_our_reference() {
        mtn.stubFor(post(TRANSFERS).willReturn(aResponse().withStatus(202)));
        mtn.stubFor(get(TRANSFERS + "/" + reference)
                .willReturn(okJson("{\"status\": \"FAILED\", \"reason\": \"PAYEE_NOT_FOUND\"}")));

        assertThat(money.transfer(reference, new Payout(PAYER, 8_500, "Payout 17 d'octobre")))
                .isEqualTo(new Answer.Pending());
        assertThat(money.askTransfer(reference)).isEqualTo(new Answer.Failed("PAYEE_NOT_FOUND"));

        mtn.verify(postRequestedFor(urlEqualTo(TRANSFERS))
                .withHeader("Authorization", equalTo("Bearer disbursing"))
                .withHeader("Ocp-Apim-Subscription-Key", equalTo(MtnAccount.DISBURSEMENT_KEY))
                .withHeader("X-Target-Environment", equalTo("mtnrwanda"))
                .withHeader("X-Reference-Id", equalTo(reference.toString()))
                .withRequestBody(equalToJson("""
                        {"amount": "8500", "currency": "RWF", "externalId": "%s",
                         "payee": {"partyIdType": "MSISDN", "partyId": "250788123456"},
                         "payerMessage": "Payout 17 d octobre", "payeeNote": "Payout 17 d octobre"}""".formatted(reference))));
    }

    @Test
    void what_certainly_never_left_is_told_apart_from_what_may_have_arrived() {
        mtn.stubFor(post(TOKEN).willReturn(aResponse().withStatus(503)));
        assertNotSent(() -> money.collect(reference, PAYER, terms("RWF")), "no token");
        mtn.verify(0, postRequestedFor(urlEqualTo(ORDERS)));

        mtn.stubFor(post(TOKEN).willReturn(token("first")));
        mtn.stubFor(post(ORDERS).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> money.collect(reference, PAYER, terms("RWF")))
                .isInstanceOfSatisfying(ProviderUnavailableException.class, e -> assertThat(e.sent())
                        .isTrue());
        mtn.stop();
        assertNotSent(() -> money.collect(reference, PAYER, terms("RWF")), "no connection");
    }

    private static void assertNotSent(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(ProviderUnavailableException.class, e -> assertThat(e.sent())
                        .isFalse());
    }

    @Test
    void a_statement_is_fetched_from_where_it_was_put() {
        mtn.stubFor(get("/mtn/settlement/2026-11-21.csv")
                .withBasicAuth("7d0f4a3e-5b1c-4e2a-9a52-2f6f1c0b7e11", MtnAccount.API_KEY)
                .willReturn(aResponse().withBody("reference,transaction_id,kind,amount,fee,status,at\n")));
        assertThat(money.statement(LocalDate.of(2026, 11, 21))).isEmpty();
        assertThatThrownBy(() -> money.statement(LocalDate.of(2026, 11, 20)))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("404");
        assertThatThrownBy(() -> with(MtnAccount.inSandbox(mtn.baseUrl())).statement(LocalDate.of(2026, 11, 21)))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void the_sandbox_is_paid_in_euros_and_Rwanda_never_in_anything_but_the_price() {
        mtn.stubFor(post(ORDERS).willReturn(aResponse().withStatus(202)));
        assertThat(money.collect(reference, PAYER, terms("EUR"))).isEqualTo(new Answer.Failed("INVALID_CURRENCY"));
        mtn.verify(0, postRequestedFor(urlEqualTo(ORDERS)));

        MtnMobileMoney sandbox = with(MtnAccount.inSandbox(mtn.baseUrl()));
        assertThat(sandbox.collect(reference, PAYER, terms("RWF"))).isEqualTo(new Answer.Pending());
        mtn.verify(postRequestedFor(urlEqualTo(ORDERS))
                .withHeader("X-Target-Environment", equalTo("sandbox"))
                .withoutHeader("X-Callback-Url"));
    }

    private MtnMobileMoney with(MtnAccount account) {
        return new MtnMobileMoney(account, new MtnHttp(account, () -> now));
    }

    private void status(String body) {
        mtn.stubFor(get(ORDERS + "/" + reference).willReturn(okJson(body)));
    }

    private static ResponseDefinitionBuilder token(String text) {
        return okJson("{\"access_token\": \"%s\", \"token_type\": \"access_token\", \"expires_in\": %s}"
                .formatted(text, Duration.ofHours(1).toSeconds()));
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return okJson("{\"code\": \"%s\", \"message\": \"no\"}".formatted(code)).withStatus(status);
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
