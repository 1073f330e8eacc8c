package rw.ishemalink.analytics.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Reports as JSON; what cannot be told is null. */
public final class ReportJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReportJson() {}

    public static String write(Report report, ReportTexts texts) {
        ObjectNode root = JSON.objectNode();
        root.put("report", report.kind().path());
        root.put("title", texts.title(report.kind()));
        root.put("tenant", report.tenant());
        root.put("from", report.days().from().toString());
        root.put("to", report.days().to().toString());
        root.put("asOf", report.asOf() == null ? null : report.asOf().toString());
        root.put("lagMillis", report.lagMillis());
        root.put("complete", report.complete());
        ArrayNode sections = root.putArray("sections");
        report.sections().forEach(section -> sections.add(section(section, texts)));
        return root.toString();
    }

    private static ObjectNode section(Section section, ReportTexts texts) {
        ObjectNode node = JSON.objectNode();
        node.put("section", section.name());
        node.put("title", texts.title(section));
        section.note().ifPresent(note -> node.put("note", texts.note(note)));
        ArrayNode columns = node.putArray("columns");
        for (Column column : section.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("label", texts.label(column))
                    .put("unit", column.unit().symbol());
        }
        node.setAll(figures(section));
        return node;
    }

    /** A table's rows and totals, without words. */
    static ObjectNode figures(Section section) {
        ObjectNode node = JSON.objectNode();
        ArrayNode rows = node.putArray("rows");
        section.rows().forEach(row -> rows.add(values(section, row)));
        node.put("rowsLeftOut", section.left());
        node.set("totals", values(section, section.totals()));
        return node;
    }

    /** The values by the names of their columns. */
    private static ObjectNode values(Section section, List<Object> row) {
        ObjectNode node = JSON.objectNode();
        for (int place = 0; place < row.size(); place++) {
            Column column = section.columns().get(place);
            switch (row.get(place)) {
                case Long number -> node.put(column.name(), number);
                case BigDecimal number -> node.put(column.name(), number);
                case Object text when column.isText() -> node.put(column.name(), text.toString());
                default -> node.putNull(column.name());
            }
        }
        return node;
    }
}
