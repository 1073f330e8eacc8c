package rw.ishemalink.analytics.drivers;

import java.util.UUID;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/**
 * What a driver did, as a board counts it. It is kept for every driver of every board that has an index, so it is small.
 *
 * @param revenueFrancs what was paid for what was delivered, whole francs
 * @param rated deliveries with stars
 * @param stars all these stars together
 * @param promised deliveries of which a time of arrival had been estimated at the pick-up
 * @param onTime those of them that came by then
 */
public record Standing(
        UUID driver,
        int deliveries,
        long weightKg,
        long revenueFrancs,
        int rated,
        int stars,
        int promised,
        int onTime) {

    /** Nothing yet. */
    public static Standing none(UUID driver) {
        return new Standing(driver, 0, 0, 0, 0, 0, 0, 0);
    }

    Standing plus(Sums more) {
        return new Standing(
                driver,
                sum(deliveries, more.get(Measure.DELIVERED)),
                Math.addExact(weightKg, more.get(Measure.WEIGHT_KG)),
                Math.addExact(revenueFrancs, more.get(Measure.GROSS)),
                sum(rated, more.get(Measure.RATED)),
                sum(stars, more.get(Measure.STARS)),
                sum(promised, more.get(Measure.PROMISED)),
                sum(onTime, more.get(Measure.ON_TIME)));
    }

    /** Both together. */
    public Standing plus(Standing other) {
        return new Standing(
                driver,
                Math.addExact(deliveries, other.deliveries),
                Math.addExact(weightKg, other.weightKg),
                Math.addExact(revenueFrancs, other.revenueFrancs),
                Math.addExact(rated, other.rated),
                Math.addExact(stars, other.stars),
                Math.addExact(promised, other.promised),
                Math.addExact(onTime, other.onTime));
    }

    private static int sum(int before, long more) {
        return Math.toIntExact(Math.addExact(before, more));
    }

    /** Whether nothing is left, so that the driver is not on the board. */
    public boolean hasNothing() {
        return deliveries == 0 && revenueFrancs == 0;
    }
}
