package rw.ishemalink.notification.outbound.africastalking;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.sending.Cost;
import rw.ishemalink.notification.sending.ProviderUnavailableException;
import rw.ishemalink.notification.sending.SendOutcome;
import rw.ishemalink.notification.sending.Sms;

class AfricasTalkingSmsTest {

    private static final String PHONE = "+250788123456";
    private static final String PATH = "/sms/version1/messaging";

    @RegisterExtension
    static final WireMockExtension GATEWAY = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final AfricasTalkingSms sms = client(GATEWAY.baseUrl(), "60s");

    @Test
    void a_text_goes_out_as_the_provider_documents_it() {
        answer(recipient(101, "Success"));

        assertThat(sms.send(text("Muraho & murakaza neza")))
                .isEqualTo(new SendOutcome.Sent("AFRICAS_TALKING", "ATXid_1", 1, Optional.of(new Cost(1_000, "RWF"))));

        GATEWAY.verify(postRequestedFor(urlEqualTo(PATH))
                .withHeader("apiKey", equalTo("key"))
                .withHeader("Accept", equalTo("application/json"))
                .withFormParam("username", equalTo("us"))
                .withFormParam("to", equalTo(PHONE))
                .withFormParam("message", equalTo("Muraho & murakaza neza"))
                .withFormParam("from", equalTo("IshemaLink")));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102})
    void processed_and_queued_count_as_sent(int status) {
        answer(recipient(status, "Queued"));
        assertThat(sms.send(text("text"))).isInstanceOf(SendOutcome.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 406, 409})
    void a_number_that_will_never_take_it_is_refused_for_good(int status) {
        answer(recipient(status, "No"));
        assertThat(sms.send(text("text"))).isEqualTo(new SendOutcome.Refused(status + " No"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 405, 407, 500, 501, 502, 999})
    void trouble_with_the_account_the_route_or_an_unknown_status_is_tried_again(int status) {
        answer(recipient(status, "Trouble"));
        assertTriedAgain();
    }

    @Test
    void an_answer_without_recipients_is_tried_again() {
        answer(okJson("{\"SMSMessageData\":{\"Message\":\"InvalidSenderId\",\"Recipients\":[]}}")
                .withStatus(201));
        assertTriedAgain();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500, 503})
    void an_http_failure_is_tried_again(int status) {
        answer(aResponse().withStatus(status).withBody("The supplied authentication is invalid"));
        assertTriedAgain();
    }

    @Test
    void text_that_is_no_json_is_tried_again() {
        answer(aResponse().withStatus(201).withBody("<html>"));
        assertTriedAgain();
    }

    @Test
    void a_broken_connection_is_tried_again() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertTriedAgain();
    }

    @Test
    void a_timeout_means_unknown_and_is_tried_again() throws IOException {
        // It lets everybody in and never answers, so however slow the machine is, the timeout comes first.
        try (ServerSocket silent = new ServerSocket(0)) {
            AfricasTalkingSms impatient = client("http://localhost:" + silent.getLocalPort(), "500ms");
            assertThatThrownBy(() -> impatient.send(text("text")))
                    .isInstanceOf(ProviderUnavailableException.class)
                    .hasMessageContaining("Timeout")
                    .hasMessageNotContaining("788123456");
        }
    }

    private static Sms text(String text) {
        return new Sms(PHONE, text, "IshemaLink");
    }

    private void assertTriedAgain() {
        assertThatThrownBy(() -> sms.send(text("text")))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageNotContaining("788123456");
    }

    private static void answer(ResponseDefinitionBuilder response) {
        GATEWAY.stubFor(post(PATH).willReturn(response));
    }

    private static ResponseDefinitionBuilder recipient(int status, String text) {
        return okJson("""
                {"SMSMessageData": {"Message": "Sent to 1/1 Total Cost: RWF 10.0000", "Recipients": [
                  {"statusCode": %d, "number": "%s", "status": "%s", "cost": "RWF 10.0000", "messageId": "ATXid_1"}]}}
                """.formatted(status, PHONE, text)).withStatus(201);
    }

    private static AfricasTalkingSms client(String gateway, String timeout) {
        return new AfricasTalkingSms(config(gateway, timeout), new ObjectMapper());
    }

    private static NotificationConfig config(String gateway, String timeout) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(NotificationConfig.class)
                .withDefaultValue("ishema.notification.sms.url", gateway + "/sms")
                .withDefaultValue("ishema.notification.sms.username", "us")
                .withDefaultValue("ishema.notification.sms.api-key", "key")
                .withDefaultValue("ishema.notification.sms.timeout", timeout)
                .build()
                .getConfigMapping(NotificationConfig.class);
    }
}
