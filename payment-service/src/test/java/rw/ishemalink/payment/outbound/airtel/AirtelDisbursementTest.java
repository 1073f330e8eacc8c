package rw.ishemalink.payment.outbound.airtel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;

/** Money to a phone: the PIN that authorises it, the key of the transfer, and how it ends. */
class AirtelDisbursementTest {

    private static final KeyPair KEYS = keys();
    private static final String TRANSFERS = "/standard/v2/disbursements/";
    private static final Payout PAYOUT = new Payout(Msisdn.of("+250722123456"), 8_500, "Payout 17");

    private final WireMockServer airtel = new WireMockServer(options().dynamicPort());
    private final UUID reference = UUID.randomUUID();
    private final String id = reference.toString().replace("-", "");
    private AirtelAccount account = AirtelAccount.inRwanda("http://nowhere.example");

    @BeforeEach
    void start() {
        airtel.start();
        account = AirtelAccount.inRwanda(airtel.baseUrl());
        airtel.stubFor(post("/auth/oauth2/token").willReturn(okJson("{\"access_token\": \"t\", \"expires_in\": 180}")));
        airtel.stubFor(get("/v1/rsa/encryption-keys")
                .willReturn(okJson("{\"data\": {\"key\": \"%s\"}}".formatted(publicKey()))));
    }

    @AfterEach
    void stop() {
        airtel.stop();
    }

    @Test
    void a_transfer_names_the_payee_its_own_id_and_the_pin_that_only_Airtel_can_read() throws GeneralSecurityException {
        airtel.stubFor(post(TRANSFERS).willReturn(status("DP00900001001", true)));

        assertThat(money().transfer(reference, PAYOUT)).isEqualTo(new Answer.Pending());

        var sent = postRequestedFor(urlEqualTo(TRANSFERS))
                .withHeader("X-Country", equalTo("RW"))
                .withHeader("X-Currency", equalTo("RWF"))
                .withRequestBody(matchingJsonPath("$.payee.msisdn", equalTo("722123456")))
                .withRequestBody(matchingJsonPath("$.reference", equalTo(id)))
                .withRequestBody(matchingJsonPath("$.transaction.id", equalTo(id)))
                .withRequestBody(matchingJsonPath("$.transaction.amount", equalTo("8500")))
                .withRequestBody(matchingJsonPath("$.transaction.type", equalTo("B2C")));
        airtel.verify(sent);
        String body = airtel.findAll(sent).getFirst().getBodyAsString();
        assertThat(decrypted(JsonPath.read(body, "$.pin"))).isEqualTo(AirtelAccount.PIN);
        assertThat(body).doesNotContain(AirtelAccount.PIN);
    }

    @Test
    void a_configured_key_is_used_and_a_key_that_is_none_sends_nothing() throws GeneralSecurityException {
        airtel.stubFor(post(TRANSFERS).willReturn(status("DP00900001006", true)));
        airtel.stubFor(get("/v1/rsa/encryption-keys").willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> money().transfer(reference, PAYOUT))
                .isInstanceOfSatisfying(ProviderUnavailableException.class, e -> assertThat(e.sent())
                        .isFalse());

        account = account.withPinKey(publicKey());
        assertThat(money().transfer(reference, PAYOUT)).isEqualTo(new Answer.Pending());
        airtel.verify(1, postRequestedFor(urlEqualTo(TRANSFERS)));
    }

    @ParameterizedTest
    @CsvSource({
        "DP00900001007, NOT_ENOUGH_FUNDS",
        "DP00900001012, INVALID_MSISDN",
        "DP00900001013, REFUSED",
        "ROUTER115, INCORRECT_PIN"
    })
    void a_documented_refusal_fails_it(String code, String reason) {
        airtel.stubFor(post(TRANSFERS).willReturn(status(code, false)));
        assertThat(money().transfer(reference, PAYOUT)).isEqualTo(new Answer.Failed(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DP00900001011", "DP00900001017"})
    void an_id_that_Airtel_has_already_is_never_a_second_transfer(String code) {
        airtel.stubFor(post(TRANSFERS).willReturn(status(code, false)));
        assertThat(money().transfer(reference, PAYOUT)).isEqualTo(new Answer.Pending());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DP00900001000", "DP00900001014"})
    void an_ambiguous_or_timed_out_transfer_is_unknown(String code) {
        airtel.stubFor(post(TRANSFERS).willReturn(status(code, false)));
        assertThatThrownBy(() -> money().transfer(reference, PAYOUT)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void how_it_ended_is_asked_by_its_id() {
        asked("{\"data\": {\"transaction\": {\"airtel_money_id\": \"MP9\", \"status\": \"TS\"}}}");
        assertThat(money().askTransfer(reference)).isEqualTo(new Answer.Succeeded("MP9"));
        asked("{\"status\": {\"code\": \"200\", \"response_code\": \"DP00900001015\", \"success\": false}}");
        assertThat(money().askTransfer(reference)).isEqualTo(new Answer.NotFound());
        asked("{\"data\": {\"transaction\": {\"status\": \"TF\"}},"
                + " \"status\": {\"code\": \"200\", \"response_code\": \"DP00900001012\", \"success\": false}}");
        assertThat(money().askTransfer(reference)).isEqualTo(new Answer.Failed("INVALID_MSISDN"));
    }

    private void asked(String body) {
        airtel.stubFor(get("/standard/v1/disbursements/" + id).willReturn(okJson(body)));
    }

    private AirtelMobileMoney money() {
        return new AirtelMobileMoney(account, new AirtelHttp(account, InstantSource.system()));
    }

    private static ResponseDefinitionBuilder status(String code, boolean success) {
        return okJson("{\"status\": {\"code\": \"200\", \"response_code\": \"%s\", \"success\": %s}}"
                .formatted(code, success));
    }

    private String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private String decrypted(String pin) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, KEYS.getPrivate());
        return new String(cipher.doFinal(Base64.getDecoder().decode(pin)), StandardCharsets.UTF_8);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
