package rw.ishemalink.analytics.law;

/**
 * A rule that is not met as far as is known, and the first step that would have needed it.
 *
 * @param at the step
 */
record Breach(LawRule rule, Fact.Move at) {}
