package rw.ishemalink.gateway.limit;

/**
 * What a bucket gave.
 *
 * @param granted how many of those that were asked for
 * @param left how much is in it afterwards; less than 1 when less was granted than asked for
 */
public record Taken(int granted, double left) {}
