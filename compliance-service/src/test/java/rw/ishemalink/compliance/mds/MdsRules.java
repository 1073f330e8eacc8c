package rw.ishemalink.compliance.mds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** The field rules of MDS 2.0: required fields, types, enumerations, states with their events, and no unknown field. */
public final class MdsRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MdsRules() {}

    /** What the body breaks; nothing when it is in order. */
    public static Set<ValidationMessage> findBreaches(String payload, String body) {
        try {
            return schema(payload).validate(JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The body, once it is found in order.
     *
     * @param payload name of the rules: vehicles, vehicles_status, trips, telemetry or events
     */
    public static JsonNode check(String payload, String body) {
        assertThat(findBreaches(payload, body)).as(body).isEmpty();
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String payload) throws IOException {
        try (InputStream in = MdsRules.class.getResourceAsStream("/mds/mds-2.0-provider.json")) {
            ObjectNode rules = (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
            rules.put("$ref", "#/$defs/" + payload);
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(rules, config);
        }
    }
}
