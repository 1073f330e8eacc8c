package rw.ishemalink.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every resource is one that Kubernetes and the operators know, with fields that they know, of the types that they want:
 * {@code src/test/resources/schemas}.
 */
class SchemaTest {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    static Stream<String> overlays() {
        return Overlays.list();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_resource_of_an_overlay_is_valid(String overlay) {
        List<Manifest> manifests = Overlays.render(overlay);
        assertThat(manifests).hasSizeGreaterThan(100);
        assertThat(manifests).allSatisfy(manifest -> assertThat(errors(manifest))
                .as("%s: %s", overlay, manifest)
                .isEmpty());
    }

    @Test
    void a_field_that_nobody_knows_is_found() {
        Manifest deployment = Overlays.render("rwanda-primary").stream()
                .filter(one -> one.is("Deployment"))
                .findFirst()
                .orElseThrow();
        Manifest wrong = new Manifest(deployment.node().deepCopy());
        ((ObjectNode) wrong.pod()).put("serviceAcountName", "a slip");
        assertThat(errors(wrong)).singleElement().asString().contains("serviceAcountName");
    }

    private static List<String> errors(Manifest manifest) {
        return SCHEMAS.computeIfAbsent(manifest.kind(), SchemaTest::schema).validate(manifest.node()).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonSchema schema(String kind) {
        InputStream file = SchemaTest.class.getResourceAsStream("/schemas/" + kind + ".json");
        assertThat(file).as("a schema of %s", kind).isNotNull();
        return FACTORY.getSchema(file);
    }
}
