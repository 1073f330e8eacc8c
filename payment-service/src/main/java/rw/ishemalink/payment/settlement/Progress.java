package rw.ishemalink.payment.settlement;

/**
 * How far a page of a run came.
 *
 * @param cursor where the next page begins
 * @param finished whether there is none
 */
public record Progress(long cursor, boolean finished) {}
