package rw.ishemalink.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

    private static final String V1 = record("""
            {"name": "id", "type": "string", "doc": "d"},
            {"name": "kind", "type": {"type": "enum", "name": "Kind", "doc": "d", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN"}, "doc": "d"},
            {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}, "doc": "d"},
            {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 10, "scale": 2}, "doc": "d"}""");

    @Test
    void a_new_field_with_a_default_is_compatible() {
        String v2 = record(fields()
                + ", {\"name\": \"note\", \"type\": [\"null\", \"string\"], \"default\": null, \"doc\": \"d\"}");
        assertThat(Compatibility.problems(parse(V1), parse(v2))).isEmpty();
    }

    @Test
    void a_new_field_without_a_default_breaks() {
        assertBreaks(record(fields() + ", {\"name\": \"note\", \"type\": \"string\", \"doc\": \"d\"}"));
    }

    @Test
    void a_field_that_is_dropped_without_a_default_breaks() {
        assertBreaks(V1.replace("{\"name\": \"id\", \"type\": \"string\", \"doc\": \"d\"},", ""));
    }

    @Test
    void a_changed_type_breaks() {
        assertBreaks(V1.replace("\"type\": \"string\"", "\"type\": \"long\""));
    }

    @Test
    void a_changed_decimal_scale_breaks_though_avro_itself_passes_it() {
        assertBreaks(V1.replace("\"scale\": 2", "\"scale\": 4"));
    }

    @Test
    void milliseconds_for_microseconds_break_though_avro_itself_passes_them() {
        assertBreaks(V1.replace("timestamp-micros", "timestamp-millis"));
    }

    @Test
    void a_new_enum_symbol_is_compatible_where_the_enum_has_a_default() {
        assertThat(Compatibility.problems(parse(V1), parse(V1.replace("\"A\"", "\"A\", \"B\""))))
                .isEmpty();
    }

    @Test
    void an_enum_without_a_default_is_a_shortcoming() {
        assertThat(Compatibility.shortcomings(parse(V1.replace(", \"default\": \"UNKNOWN\"", ""))))
                .containsExactly("Thing.kind: the enum has no default");
    }

    @Test
    void a_field_without_a_doc_is_a_shortcoming() {
        assertThat(Compatibility.shortcomings(parse(V1.replaceFirst(", \"doc\": \"d\"}", "}"))))
                .containsExactly("Thing.id: has no doc");
    }

    private static void assertBreaks(String v2) {
        assertThat(Compatibility.problems(parse(V1), parse(v2))).isNotEmpty();
    }

    private static String fields() {
        return V1.substring(V1.indexOf('[') + 1, V1.lastIndexOf(']'));
    }

    private static String record(String fields) {
        return "{\"type\": \"record\", \"name\": \"Thing\", \"doc\": \"d\", \"fields\": [" + fields + "]}";
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }
}
