package rw.ishemalink.local.load;

import java.time.Duration;

/**
 * How instances are added.
 *
 * @param time of each measurement
 * @param warmUp before the first of each number of instances
 * @param atOnce sagas under way at a time
 * @param instances the most of each service
 */
public record ScaleOptions(Duration time, Duration warmUp, int atOnce, int instances) {}
