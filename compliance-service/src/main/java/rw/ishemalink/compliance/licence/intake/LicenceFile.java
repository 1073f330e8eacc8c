package rw.ishemalink.compliance.licence.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.intake.Draft.Column;
import rw.ishemalink.compliance.licence.intake.DraftCheck.Checked;
import rw.ishemalink.compliance.licence.intake.DraftCheck.Checked.Bad;
import rw.ishemalink.compliance.licence.intake.DraftCheck.Checked.Good;
import rw.ishemalink.compliance.licence.intake.Mistake.Code;

/**
 * A file of licences, read: the good lines, and what is to be mended in the others.
 *
 * @param lines how many there were beside the head
 */
public record LicenceFile(int lines, List<Good> good, List<Mistake> mistakes) {

    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final List<String> HEAD = COLUMNS.stream().map(Column::title).toList();

    public LicenceFile {
        good = List.copyOf(good);
        mistakes = List.copyOf(mistakes);
    }

    /** The file cannot be read at all: its head is another, it is empty, or too long. */
    public enum Unusable {
        HEAD_WRONG,
        EMPTY,
        TOO_MANY_LINES
    }

    /** Says that a file cannot be used. */
    public static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Unusable why;

        UnusableException(Unusable why) {
            super(why.name());
            this.why = why;
        }

        public Unusable why() {
            return why;
        }
    }

    /** The columns' names, as the first line has them. */
    public static String head() {
        return String.join(",", HEAD);
    }

    /**
     * Reads a file.
     *
     * @param most lines that are taken
     * @throws UnusableException when none of it can be used
     */
    public static LicenceFile read(String text, int most) throws UnusableException {
        String file = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(file))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            return read(parser, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LicenceFile read(CSVParser parser, int most) throws UnusableException {
        Reading reading = new Reading();
        Iterator<CSVRecord> records = parser.iterator();
        try {
            if (!records.hasNext()
                    || !records.next().stream().map(String::strip).toList().equals(HEAD)) {
                throw new UnusableException(Unusable.HEAD_WRONG);
            }
            while (records.hasNext()) {
                reading.take(records.next());
                if (reading.lines > most) {
                    throw new UnusableException(Unusable.TOO_MANY_LINES);
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            // A quotation mark that never ends, or text behind one: from here on nothing can be told apart.
            reading.unreadable((int) parser.getCurrentLineNumber());
        }
        if (reading.lines == 0) {
            throw new UnusableException(Unusable.EMPTY);
        }
        return new LicenceFile(reading.lines, reading.good, reading.mistakes);
    }

    private static final class Reading {

        private final Set<LicenceQuestion> seen = new HashSet<>();
        private final List<Good> good = new ArrayList<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private int lines;

        void take(CSVRecord record) {
            if (record.size() == 1 && record.get(0).isBlank()) {
                return;
            }
            lines++;
            // The head is record 1, and a record is a line unless a quoted field has several.
            int line = (int) record.getRecordNumber();
            if (record.size() != HEAD.size()) {
                mistakes.add(new Mistake(line, "-", Code.COLUMNS_WRONG));
                return;
            }
            Draft.Builder draft = new Draft.Builder();
            IntStream.range(0, COLUMNS.size()).forEach(place -> draft.with(COLUMNS.get(place), record.get(place)));
            take(DraftCheck.check(draft.build(), line), line);
        }

        private void take(Checked checked, int line) {
            switch (checked) {
                case Good one -> {
                    if (seen.add(one.question())) {
                        good.add(one);
                    } else {
                        mistakes.add(new Mistake(line, Column.SUBJECT.title(), Code.TWICE));
                    }
                }
                case Bad bad -> mistakes.addAll(bad.mistakes());
            }
        }

        void unreadable(int line) {
            lines++;
            mistakes.add(new Mistake(line, "-", Code.UNREADABLE));
        }
    }
}
