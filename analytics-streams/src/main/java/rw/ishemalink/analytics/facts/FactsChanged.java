package rw.ishemalink.analytics.facts;

/**
 * What is known of a booking, before and after something was told of it.
 *
 * @param before nothing, of a new booking: {@link Facts#none}
 * @param counted whether anything has changed that is counted, see {@link Facts#countsLike}
 * @param untold whether others cannot know it yet, so that it is to be published
 */
public record FactsChanged(Facts before, Facts after, boolean counted, boolean untold) {

    /** Both, and whether others know. */
    public static FactsChanged of(Facts before, Facts after, boolean untold) {
        return new FactsChanged(before, after, !after.countsLike(before), untold);
    }
}
