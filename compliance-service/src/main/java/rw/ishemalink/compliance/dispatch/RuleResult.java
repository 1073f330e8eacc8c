package rw.ishemalink.compliance.dispatch;

/** A rule and how it came out. */
public record RuleResult(String ruleId, String legalReference, String text, Outcome outcome) {}
