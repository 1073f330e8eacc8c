package rw.ishemalink.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/asyncapi.yaml is generated from the contracts; {@code -Dfreeze} writes it, otherwise it must not differ. */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private static final JsonSchema SCHEMA = schema();

    @BeforeAll
    static void freeze() throws IOException {
        if (CommittedContract.FREEZE) {
            Files.writeString(DOCUMENT, generated());
        }
    }

    @Test
    void the_asyncapi_document_says_what_the_contracts_say() throws IOException {
        assertThat(DOCUMENT).exists();
        assertThat(Files.readString(DOCUMENT)).isEqualTo(generated());
    }

    @Test
    void the_committed_document_is_in_order_by_the_schema_of_asyncapi() throws IOException {
        assertThat(SCHEMA.validate(committed())).isEmpty();
    }

    /** What the schema lets pass would prove nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/info/title",
                "/operations/send.booking.events/action",
                "/components/securitySchemes/scramSha512/type"
            })
    void without_what_asyncapi_requires_it_is_not(String required) throws IOException {
        JsonNode document = committed();
        JsonPointer place = JsonPointer.compile(required);
        ((ObjectNode) document.at(place.head())).remove(place.last().getMatchingProperty());

        assertThat(SCHEMA.validate(document)).isNotEmpty();
    }

    @Test
    void a_contract_that_is_no_avro_is_found() throws IOException {
        JsonNode document = committed();
        ((ObjectNode) document.at("/components/messages/RraReceipt/payload/schema")).put("type", "recrod");

        assertThat(SCHEMA.validate(document)).isNotEmpty();
    }

    @Test
    void every_reference_in_it_leads_somewhere() throws IOException {
        JsonNode document = committed();

        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @ParameterizedTest
    @EnumSource(Topics.class)
    void agencies_log_in_for_government_topics_and_for_no_others(Topics topic) throws IOException {
        JsonNode channel = committed().path("channels").path(topic.topicName());

        assertThat(channel.path("servers").findValuesAsText("$ref").contains("#/servers/agencies"))
                .isEqualTo(topic.topicName().startsWith("gov."));
        assertThat(channel.at("/x-agency/account").asText(""))
                .isEqualTo(Agency.findReaderOf(topic).map(Agency::account).orElse(""));
    }

    @Test
    void every_government_topic_is_one_agencys_and_flat() {
        Arrays.stream(Topics.values())
                .filter(topic -> topic.topicName().startsWith("gov."))
                .forEach(topic -> {
                    assertThat(Arrays.stream(Agency.values())
                                    .filter(agency -> agency.topics().contains(topic)))
                            .as(topic.topicName())
                            .hasSize(1);
                    assertThat(topic.schema().getFields())
                            .extracting(field -> field.name())
                            .contains("eventId", "tenant");
                });
    }

    private static JsonNode committed() throws IOException {
        return YAML.readTree(Files.readString(DOCUMENT));
    }

    private static String generated() throws IOException {
        return YAML.writeValueAsString(AsyncApi.document());
    }

    private static JsonSchema schema() {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.json")) {
            JsonNode schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
