package rw.ishemalink.compliance.outbound.rura;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.outbound.TestConfig;

class RuraRegisterTest {

    private static final String ENTRY = """
            {"number": "RURA-7", "kind": "%s", "holder": "somebody", "issuedOn": "2025-01-01", "zone": "NATIONAL",
             "holderTin": "100000001", "categories": ["B", "C"], "validUntil": "2026-12-31", "status": "VALID",
             "vehiclePlate": "RAB 123 C"}""";

    private static final LicenceQuestion OPERATOR = new LicenceQuestion(LicenceKind.OPERATOR_LICENCE, "123456789");

    @RegisterExtension
    static final WireMockExtension RURA =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final RuraRegister register = register(TestConfig.at(RURA.baseUrl()));

    @ParameterizedTest
    @CsvSource({
        "DRIVER_AUTHORISATION, 1 1990/7, /rura/v1/authorisations/drivers/11990%2F7",
        "VEHICLE_AUTHORISATION, RAB 123 C, /rura/v1/authorisations/vehicles/RAB123C",
        "OPERATOR_LICENCE, 123456789, /rura/v1/licences/operators/123456789",
        "VEHICLE_INSPECTION, RAB 123 C, /rura/v1/inspections/vehicles/RAB123C",
        "DRIVING_LICENCE, DL 7, /rura/v1/licences/drivers/DL7",
        "INSURANCE, RAB 123 C, /rura/v1/insurances/vehicles/RAB123C"
    })
    void each_kind_is_asked_under_its_path_with_the_key(LicenceKind kind, String subject, String path) {
        RURA.stubFor(get(urlEqualTo(path))
                .withHeader("X-Api-Key", equalTo("the-key"))
                .willReturn(okJson(ENTRY.formatted(kind))));

        assertThat(register.ask(new LicenceQuestion(kind, subject)))
                .isEqualTo(new OnRecord(new Licence(
                        "RURA-7",
                        Licence.Status.VALID,
                        LocalDate.of(2026, 12, 31),
                        "RAB 123 C",
                        LocalDate.of(2025, 1, 1),
                        "somebody",
                        "100000001",
                        "NATIONAL",
                        List.of("B", "C"))));
    }

    @Test
    void a_404_is_an_answer_there_is_no_such_licence() {
        assertThat(ask(aResponse().withStatus(404))).isEqualTo(new NotOnRecord());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 429, 500, 503})
    void any_other_status_is_no_answer(int status) {
        assertThat(ask(aResponse().withStatus(status).withBody(ENTRY.formatted("OPERATOR_LICENCE"))))
                .isEqualTo(new NoAnswer());
    }

    @Test
    void silence_and_a_broken_line_are_no_answer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://localhost:" + silent.getLocalPort();
            assertThat(register(TestConfig.impatientAt(url)).ask(OPERATOR)).isEqualTo(new NoAnswer());
        }
        assertThat(ask(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))).isEqualTo(new NoAnswer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>proxy</html>",
                "{}",
                "{\"number\": \" \", \"status\": \"VALID\", \"validUntil\": \"2026-12-31\"}",
                "{\"number\": \"RURA-7\", \"kind\": \"INSURANCE\", \"status\": \"VALID\", \"validUntil\": \"2026-12-31\"}",
                "{\"number\": \"RURA-7\", \"status\": \"VALID\"}",
                "{\"number\": \"RURA-7\", \"status\": \"PERHAPS\", \"validUntil\": \"2026-12-31\"}",
                "{\"number\": \"RURA-7\", \"status\": \"VALID\", \"validUntil\": \"soon\"}"
            })
    void an_answer_that_cannot_be_understood_is_no_answer(String body) {
        assertThat(ask(okJson(body))).isEqualTo(new NoAnswer());
    }

    private LicenceAnswer ask(ResponseDefinitionBuilder answer) {
        RURA.stubFor(get(urlEqualTo("/rura/v1/licences/operators/123456789")).willReturn(answer));
        return register.ask(OPERATOR);
    }

    private static RuraRegister register(ComplianceConfig config) {
        return new RuraRegister(new RuraLine(new ObjectMapper(), config));
    }
}
