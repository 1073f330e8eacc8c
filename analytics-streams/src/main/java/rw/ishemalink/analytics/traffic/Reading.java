package rw.ishemalink.analytics.traffic;

import rw.ishemalink.analytics.cube.Period;

/**
 * How fast a vehicle was in a cell.
 *
 * @param cell H3, resolution 8
 * @param hour as {@link Period#HOUR} counts them
 * @param speedKmh rounded
 */
record Reading(long cell, int hour, boolean slow, long speedKmh) {

    /**
     * Slower is slow. Congestion is told by speed against free flow; the Highway Capacity Manual (2010, urban streets) calls
     * it a breakdown at 30 % of it (not verified), which is 15 km/h where 50 are free. On a track where nobody ever goes
     * faster that is no jam: answers therefore give the cell's own free flow beside it.
     */
    static final double SLOW_KMH = 15;
}
