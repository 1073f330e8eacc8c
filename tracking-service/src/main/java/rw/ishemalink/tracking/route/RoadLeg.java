package rw.ishemalink.tracking.route;

import java.time.Duration;

/**
 * The way from one place to another by road.
 *
 * @param time without stops
 */
public record RoadLeg(long metres, Duration time) {}
