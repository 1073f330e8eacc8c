package rw.ishemalink.analytics.query;

/**
 * An answer that others may get too.
 *
 * @param tag changes when the answer does
 */
public record KeptAnswer<T>(T answer, String tag) {}
