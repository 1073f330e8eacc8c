package rw.ishemalink.analytics.drivers;

import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int PARTS = 7;

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

    /** As instances tell each other: all that boards are ordered by, as {@link #fromString} reads it. */
    public String text() {
        return driver + "." + deliveries + "." + revenueFrancs + "." + rated + "." + stars + "." + promised + "."
                + onTime;
    }

    /**
     * The standing of that text; a parameter of a request is read by it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Standing fromString(String text) {
        String[] parts = DOT.split(text, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no standing: " + text);
        }
        return new Standing(
                UUID.fromString(parts[0]),
                Integer.parseInt(parts[1]),
                0,
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                Integer.parseInt(parts[5]),
                Integer.parseInt(parts[6]));
    }

    /** Whether nothing is left, so that the driver is not on the board. */
    public boolean hasNothing() {
        return deliveries == 0 && revenueFrancs == 0;
    }
}
