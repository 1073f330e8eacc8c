package rw.ishemalink.analytics.query;

/**
 * An answer that others may get too.
 *
 * @param tag changes when the figures do; how old they are is not in it
 */
public record KeptAnswer<T>(T answer, String tag) {}
