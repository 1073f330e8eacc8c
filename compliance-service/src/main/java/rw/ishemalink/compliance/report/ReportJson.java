package rw.ishemalink.compliance.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reports as JSON. One report has one text, so that its hash can be made again. */
public final class ReportJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ReportJson() {}

    /** What is hashed: always in the same order, without blanks. */
    static String content(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("report", report.kind().path());
        root.put("title", report.kind().title());
        root.put("tenant", report.tenant());
        root.put("month", report.month().toString());
        ArrayNode sections = root.putArray("sections");
        report.sections().forEach(section -> write(sections.addObject(), section));
        return root.toString();
    }

    /** The answer: edition, hash, and the content byte for byte as it was hashed. */
    public static String write(Edition edition) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("revision", edition.revision());
            json.writeStringField("state", edition.state());
            json.writeStringField("sha256", edition.sha256());
            json.writeStringField("madeAt", edition.madeAt().toString());
            json.writeFieldName("content");
            json.writeRawValue(edition.content());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Reads what {@link #content} wrote. */
    static Report read(String content) {
        try {
            JsonNode root = JSON.readTree(content);
            List<Section> sections = new ArrayList<>();
            root.get("sections").forEach(section -> sections.add(section(section)));
            return new Report(
                    ReportKind.find(root.get("report").asText())
                            .orElseThrow(() -> new IllegalStateException("a report of no kind")),
                    root.get("tenant").asText(),
                    YearMonth.parse(root.get("month").asText()),
                    sections);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static void write(ObjectNode node, Section section) {
        node.put("name", section.name());
        node.put("title", section.title());
        node.put("snapshot", section.snapshot());
        ArrayNode columns = node.putArray("columns");
        section.columns().forEach(column -> columns.addObject()
                .put("name", column.name())
                .put("type", column.type().name()));
        ArrayNode rows = node.putArray("rows");
        section.rows().forEach(row -> put(rows.addObject(), section, row, false));
        put(node.putObject("totals"), section, section.totals(), true);
    }

    private static void put(ObjectNode node, Section section, List<Object> row, boolean sumsOnly) {
        for (int place = 0; place < row.size(); place++) {
            Column column = section.columns().get(place);
            if (row.get(place) instanceof Long number) {
                node.put(column.name(), number);
            } else if (!sumsOnly) {
                node.put(column.name(), row.get(place).toString());
            }
        }
    }

    private static Section section(JsonNode node) {
        List<Column> columns = new ArrayList<>();
        node.get("columns")
                .forEach(column -> columns.add(new Column(
                        column.get("name").asText(),
                        Column.Type.valueOf(column.get("type").asText()))));
        List<List<Object>> rows = new ArrayList<>();
        node.get("rows").forEach(row -> rows.add(row(columns, row)));
        return new Section(
                node.get("name").asText(),
                node.get("title").asText(),
                node.get("snapshot").asBoolean(),
                columns,
                rows);
    }

    private static List<Object> row(List<Column> columns, JsonNode row) {
        List<Object> values = new ArrayList<>();
        for (Column column : columns) {
            JsonNode value = row.get(column.name());
            values.add(column.type() == Column.Type.TEXT ? (Object) value.asText() : value.asLong());
        }
        return values;
    }
}
