package rw.ishemalink.local.openapi;

import java.util.Optional;

/** What is known of the suite's data: which values there really are under a name. */
@FunctionalInterface
public interface Known {

    /** Nothing is. */
    Known NOTHING = _ -> Optional.empty();

    /** A real value of a parameter or property of that name, e.g. of {@code bookingId}. */
    Optional<String> find(String name);
}
