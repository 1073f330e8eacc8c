package rw.ishemalink.compliance.dispatch.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.dispatch.Decision;
import rw.ishemalink.compliance.dispatch.RuleResult;

/** A decision, its rules in the reader's language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        UUID decisionId,
        UUID driverId,
        UUID vehicleId,
        Decision.Verdict verdict,

        @Schema(description = "Version of the rules that were in force")
        String ruleSet,

        List<RuleResult> rules,

        @Schema(description = "Last day on which all that was checked is valid") @Nullable
        LocalDate validUntil,

        Instant decidedAt) {

    static DecisionView of(Decision decision, Locale language) {
        return new DecisionView(
                decision.decisionId(),
                decision.driverId(),
                decision.vehicleId(),
                decision.verdict(),
                decision.ruleSet(),
                decision.rules().stream().map(rule -> in(language, rule)).toList(),
                decision.validUntil(),
                decision.decidedAt());
    }

    private static RuleResult in(Locale language, RuleResult rule) {
        String text = RuleTexts.find(rule.ruleId(), language).orElse(rule.text());
        return new RuleResult(rule.ruleId(), rule.legalReference(), text, rule.outcome());
    }
}
