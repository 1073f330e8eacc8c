package rw.ishemalink.analytics.query.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.drivers.By;
import rw.ishemalink.analytics.drivers.Standing;

/**
 * A driver on a board.
 *
 * @param rank 1 for the first; null for a driver who is not ranked
 * @param driverId the person id
 * @param revenueFrancs what was paid for the bookings delivered
 * @param ratings deliveries with stars
 * @param rating stars a rating; null when there are too few ratings
 * @param promised deliveries of which a time of arrival had been estimated
 * @param onTimeShare the part of them that came by then; null when there were too few
 */
record RankedDriver(
        @Nullable Long rank,
        UUID driverId,
        long deliveries,
        long weightKg,
        long revenueFrancs,
        long ratings,
        @Nullable Double rating,
        long promised,
        @Nullable Double onTimeShare) {

    static RankedDriver of(@Nullable Long rank, Standing standing) {
        return new RankedDriver(
                rank,
                standing.driver(),
                standing.deliveries(),
                standing.weightKg(),
                standing.revenueFrancs(),
                standing.rated(),
                By.RATING.ranks(standing) ? Ratio.of(standing.stars(), standing.rated()) : null,
                standing.promised(),
                By.ON_TIME.ranks(standing) ? Ratio.of(standing.onTime(), standing.promised()) : null);
    }
}
