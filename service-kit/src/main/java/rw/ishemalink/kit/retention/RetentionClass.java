package rw.ishemalink.kit.retention;

import java.time.Period;
import java.util.Optional;

/**
 * A class of data and how long it is kept.
 *
 * @param name as in docs/privacy.md
 * @param table where it lies
 * @param age the column that its age is counted from; an index supports it
 * @param due what else must hold of a row, as SQL
 * @param blanked what is set where the row itself stays, as SQL; empty: the row goes
 * @param period how long
 * @param ground why that long: the law, or our own reading
 */
public record RetentionClass(
        String name, String table, String age, String due, Optional<String> blanked, Period period, String ground) {

    /** Rows that go. */
    public static RetentionClass deleting(
            String name, String table, String age, String due, Period period, String ground) {
        return new RetentionClass(name, table, age, due, Optional.empty(), period, ground);
    }

    /** Rows that stay and lose what they say of people; {@code due} is false once they have. */
    public static RetentionClass blanking(
            String name, String table, String age, String due, String blanked, Period period, String ground) {
        return new RetentionClass(name, table, age, due, Optional.of(blanked), period, ground);
    }

    /** As docs/privacy.md has it. */
    public String row() {
        return "| %s | `%s` | %s | %s | %s |"
                .formatted(name, table, period, blanked.isPresent() ? "blanked" : "deleted", ground);
    }
}
