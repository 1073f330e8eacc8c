package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import rw.ishemalink.analytics.query.Freshness;
import rw.ishemalink.analytics.standings.Standing;

/** The drivers with most deliveries, the first first. Ids only: names are personal data. */
record DriversAnswer(@JsonUnwrapped Freshness freshness, List<RankedDriver> drivers) {

    DriversAnswer {
        drivers = List.copyOf(drivers);
    }

    /**
     * A driver.
     *
     * @param driverId the person id
     * @param revenueFrancs what was paid for the bookings delivered
     */
    record RankedDriver(int rank, String driverId, long deliveries, long weightKg, long revenueFrancs) {

        static RankedDriver of(int rank, Standing standing) {
            return new RankedDriver(
                    rank,
                    standing.id(),
                    standing.tally().deliveries(),
                    standing.tally().weightKg(),
                    standing.tally().revenueFrancs());
        }
    }
}
