package rw.ishemalink.compliance.feed;

/**
 * What is on record of one topic and tenant.
 *
 * @param oldest number of the first record kept; one more than the newest when there is none
 * @param newest number of the last record; 0 when there never was one
 */
public record FeedBounds(long oldest, long newest) {

    /** Whether nobody can have read that far. */
    public boolean isAhead(long position) {
        return position > newest;
    }

    /** Whether records after that position have been deleted since. */
    public boolean isTooOld(long position) {
        return position < oldest - 1;
    }
}
