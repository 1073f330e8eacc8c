package rw.ishemalink.local.openapi;

import java.util.Optional;

/** What is known of the suite's data: which values there really are under a name. */
@FunctionalInterface
public interface Known {

    int SHORTEST_ID = 12;

    /** Nothing is. */
    Known NOTHING = _ -> Optional.empty();

    /** Whether a value can only be one row's: a month, a provider or a kind of account is no row. */
    static boolean isRow(String value) {
        return value.length() >= SHORTEST_ID && value.chars().anyMatch(Character::isDigit);
    }

    /** A real value of a parameter or property of that name, e.g. of {@code bookingId}. */
    Optional<String> find(String name);
}
