package rw.ishemalink.backup.logical;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rw.ishemalink.backup.base.BackupException;

/**
 * What a database consists of beside its rows, as SQL.
 *
 * @param before to be done before rows come
 * @param after to be done when they are there
 */
record Schema(String before, String after) {

    /**
     * Of that database; the connection is one of {@link Reading}'s, or prepared alike.
     *
     * @throws BackupException when it has what cannot be written down; names it
     */
    static Schema read(Connection connection) throws SQLException {
        List<String> lost = Reading.list(connection, Definitions.NOT_COPIED);
        if (!lost.isEmpty()) {
            throw new BackupException("a logical copy of " + connection.getCatalog() + " would lose "
                    + String.join(", ", lost) + ": teach logical/Definitions, or do without");
        }
        return new Schema(text(connection, Definitions.BEFORE), text(connection, Definitions.AFTER));
    }

    private static String text(Connection connection, List<String> questions) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String question : questions) {
            for (String statement : Reading.list(connection, question)) {
                text.append(statement).append('\n');
            }
        }
        return text.toString();
    }

    /** SQL that sets every sequence to its place. Sequences know no snapshots: it is never before that of the rows. */
    static String places(Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String sequence : Reading.list(connection, Definitions.SEQUENCES)) {
            text.append(place(connection, sequence)).append('\n');
        }
        return text.toString();
    }

    private static String place(Connection connection, String sequence) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select last_value, is_called from " + sequence)) {
            row.next();
            return String.format(
                    Locale.ROOT,
                    "select pg_catalog.setval(%s, %d, %b);",
                    statement.enquoteLiteral(sequence),
                    row.getLong(1),
                    row.getBoolean(2));
        }
    }

    /** What one says and the other does not, a few lines of it. */
    List<String> differences(Schema other) {
        List<String> found = new ArrayList<>();
        add(found, "missing", lines(), other.lines());
        add(found, "surplus", other.lines(), lines());
        return found;
    }

    private static void add(List<String> found, String what, List<String> those, List<String> without) {
        Set<String> known = without.stream().map(Schema::plain).collect(toSet());
        those.stream()
                .filter(line -> !known.contains(plain(line)))
                .limit(10)
                .forEach(line -> found.add(what + ": " + line.strip()));
    }

    /** Without parentheses: of a chain of ORs the server writes more of them at first than when it has read them once. */
    private static String plain(String line) {
        return line.replaceAll("[()]", "");
    }

    private List<String> lines() {
        return (before + after).lines().toList();
    }
}
