package rw.ishemalink.compliance.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a report's CSV as a subscriber would; what CSV does not say of a section is taken from the report. */
public final class CsvReading {

    private CsvReading() {}

    public static List<Section> sections(String csv, Report like) throws IOException {
        List<CSVRecord> lines = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        Iterator<CSVRecord> left = lines.iterator();
        while (left.hasNext() && !left.next().get(0).equals("made_at")) {
            // What the report is.
        }
        List<Section> sections = new ArrayList<>();
        for (Section section : like.sections()) {
            sections.add(section(left, section));
        }
        if (left.hasNext()) {
            throw new IllegalStateException("more lines than sections");
        }
        return sections;
    }

    private static Section section(Iterator<CSVRecord> left, Section like) {
        List<String> head = left.next().toList();
        List<Column> columns = new ArrayList<>();
        for (int place = 1; place < head.size(); place++) {
            columns.add(
                    new Column(head.get(place), like.columns().get(place - 1).type()));
        }
        List<List<Object>> rows = new ArrayList<>();
        CSVRecord line = left.next();
        while (!line.get(0).equals("total")) {
            rows.add(row(line, columns));
            line = left.next();
        }
        Section read = new Section(like.name(), like.title(), like.snapshot(), columns, rows);
        if (!line.toList().subList(1, line.size()).equals(texts(read.totals()))) {
            throw new IllegalStateException("the totals are not the sums: " + line);
        }
        return read;
    }

    private static List<String> texts(List<Object> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static List<Object> row(CSVRecord line, List<Column> columns) {
        List<Object> row = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            String text = line.get(place + 1);
            boolean isText = columns.get(place).type() == Column.Type.TEXT;
            row.add(isText ? (Object) (text.startsWith("'") ? text.substring(1) : text) : Long.parseLong(text));
        }
        return row;
    }
}
