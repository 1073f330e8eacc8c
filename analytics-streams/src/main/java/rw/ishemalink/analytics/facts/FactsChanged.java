package rw.ishemalink.analytics.facts;

/**
 * What is known of a booking, before and after something was told of it.
 *
 * @param before nothing, of a new booking: {@link Facts#none}
 * @param untold whether others cannot know it yet, so that it is to be published
 */
public record FactsChanged(Facts before, Facts after, boolean untold) {}
