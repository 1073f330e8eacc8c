package rw.ishemalink.analytics.standings;

import java.util.Optional;
import rw.ishemalink.analytics.booking.Share;

/** What is ranked. A new board needs no new store and no new topic. */
public enum Board {
    /** Origin to destination, e.g. {@code RW-25>UG}. */
    ROUTES,
    /** Drivers by person id. */
    DRIVERS;

    /** Under which id of the board the booking counts, if it counts there. */
    Optional<String> findId(Share share) {
        return switch (this) {
            case ROUTES -> Optional.of(Route.of(share).id());
            case DRIVERS -> Optional.ofNullable(share.deliveredBy()).map(Object::toString);
        };
    }
}
