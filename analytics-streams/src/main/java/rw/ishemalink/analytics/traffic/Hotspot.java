package rw.ishemalink.analytics.traffic;

/**
 * A cell in which traffic was slow.
 *
 * @param cell H3, resolution 8, in hexadecimal digits
 * @param meanSpeedKmh of all positions that count
 * @param freeFlowKmh the same of the cell's fastest hour among those that were asked for
 * @param slowShare which part of the positions was slow, 0 … 1
 * @param fixes positions
 * @param vehicles different ones, in the hour that had most
 * @param hours in how many hours there were enough vehicles
 */
public record Hotspot(
        String cell, double meanSpeedKmh, double freeFlowKmh, double slowShare, long fixes, long vehicles, int hours) {}
