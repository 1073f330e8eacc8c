package rw.ishemalink.compliance.driver;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the fleet's news of a driver means for the check of the papers.
 *
 * @param correlationId of the request that it goes back to
 */
public record Hearing(UUID driverId, String tenant, Wish wish, String correlationId) {

    /** What is to be done. */
    public enum Wish {
        /** The papers have to be looked at now. */
        CHECK,
        /** The papers wait; where nobody has heard of them yet they are looked at now. */
        CHECK_IF_NEW,
        /** They were looked at, and are again from time to time. */
        WATCH,
        /** Nobody asks for the driver. */
        REST
    }

    /** One for each driver: what all that was heard of the driver comes to. */
    public static Collection<Hearing> together(List<Hearing> heard) {
        Map<UUID, Hearing> last = new LinkedHashMap<>();
        heard.forEach(one -> last.merge(one.driverId(), one, Hearing::then));
        return last.values();
    }

    /** What wants nothing of its own leaves standing what was wanted before. */
    private static Hearing then(Hearing before, Hearing after) {
        return switch (after.wish()) {
            case CHECK, REST -> after;
            case CHECK_IF_NEW, WATCH -> before.wish() == Wish.REST ? after : before;
        };
    }
}
