package rw.ishemalink.compliance.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** The book of rules with the days that are configured. */
@ApplicationScoped
public class RulesInForce {

    private final RuleBook book;

    RulesInForce(ComplianceConfig config) {
        this.book = new RuleBook(Map.of(RulesV2.SET, config.dispatch().rulesV2From()));
    }

    public RuleBook book() {
        return book;
    }
}
