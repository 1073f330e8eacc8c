package rw.ishemalink.analytics.facts;

/** What was known of a booking, and what is now. */
public record FactsChanged(Facts before, Facts after) {}
