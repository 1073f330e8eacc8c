package rw.ishemalink.compliance.manifest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import rw.ishemalink.compliance.manifest.store.OfficeLine;

/**
 * Reads a list of customs offices: a first line {@code border_post,code,name}, then one office a line. Everything that is
 * wrong is said at once, by line.
 */
public final class OfficeCsv {

    private static final List<String> HEADER = List.of("border_post", "code", "name");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,5}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}]{1,70}");
    private static final int MOST_LINES = 1_000;

    private final List<OfficeLine> offices = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private OfficeCsv() {}

    /** What is wrong with a line; the first line is 1. */
    public record LineError(long line, String problem) {}

    /** The offices, and what is wrong; the list is good when nothing is. */
    public record Read(List<OfficeLine> offices, List<LineError> errors) {

        public Read {
            offices = List.copyOf(offices);
            errors = List.copyOf(errors);
        }
    }

    public static Read read(String text) {
        OfficeCsv csv = new OfficeCsv();
        try (CSVParser records = CSVFormat.RFC4180.parse(new StringReader(withoutByteOrderMark(text)))) {
            for (CSVRecord line : records) {
                csv.add(line);
            }
        } catch (IOException | UncheckedIOException e) {
            csv.errors.add(new LineError(csv.offices.size() + 1L, "this is not CSV: check the quotes"));
        }
        return csv.end();
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void add(CSVRecord line) {
        long number = line.getRecordNumber();
        if (number == 1) {
            if (!line.toList().stream().map(String::strip).toList().equals(HEADER)) {
                errors.add(new LineError(1, "the first line is border_post,code,name"));
            }
        } else if (number <= MOST_LINES + 1) {
            addOffice(number, line);
        } else if (number == MOST_LINES + 2) {
            errors.add(new LineError(number, "a list has at most " + MOST_LINES + " offices"));
        }
    }

    private void addOffice(long number, CSVRecord line) {
        if (line.size() != HEADER.size()) {
            errors.add(new LineError(number, "a line has 3 fields, this one has " + line.size()));
            return;
        }
        String borderPost = CustomsOffices.slug(line.get(0));
        String code = line.get(1).strip().toUpperCase(Locale.ROOT);
        String name = line.get(2).strip();
        check(number, !borderPost.isEmpty(), "border_post is empty");
        check(number, CODE.matcher(code).matches(), "code is 1 to 5 letters or digits");
        check(number, NAME.matcher(name).matches(), "name is 1 to 70 characters");
        check(number, borderPost.isEmpty() || seen.add(borderPost), "this border post stands in the list before");
        offices.add(new OfficeLine(borderPost, code, name));
    }

    private void check(long number, boolean good, String problem) {
        if (!good) {
            errors.add(new LineError(number, problem));
        }
    }

    private Read end() {
        if (offices.isEmpty() && errors.isEmpty()) {
            errors.add(new LineError(1, "the list is empty"));
        }
        return new Read(offices, errors);
    }
}
