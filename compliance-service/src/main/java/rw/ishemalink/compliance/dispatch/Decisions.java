package rw.ishemalink.compliance.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import rw.ishemalink.compliance.casefile.ComplianceEvents;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.RuleOutcome;

/** The decisions on record. Each is published once, when it is added; none is ever changed. */
@ApplicationScoped
public class Decisions {

    private static final String ADD = """
            insert into dispatch_decision (decision_id, request_id, booking_id, tenant, driver_id, vehicle_id, verdict,
                                           rule_set, rules, decided_at)
            values (:decisionId, :requestId, :bookingId, :tenant, :driverId, :vehicleId, :verdict,
                    :ruleSet, cast(:rules as jsonb), :decidedAt)""";

    private final ComplianceEvents events;
    private final ObjectMapper json;

    Decisions(ComplianceEvents events, ObjectMapper json) {
        this.events = events;
        this.json = json;
    }

    /** The decisions about the booking, oldest first. */
    public List<Decision> list(Handle sql, UUID bookingId) {
        return sql.createQuery("select * from dispatch_decision where booking_id = :bookingId order by decision_id")
                .bind("bookingId", bookingId)
                .map(this::toDecision)
                .list();
    }

    void add(Tx tx, DispatchRequest request, Decision decision) {
        tx.sql()
                .createUpdate(ADD)
                .bind("decisionId", decision.decisionId())
                .bind("requestId", request.requestId())
                .bind("bookingId", request.bookingId())
                .bind("tenant", request.tenant())
                .bind("driverId", decision.driverId())
                .bind("vehicleId", decision.vehicleId())
                .bind("verdict", decision.verdict())
                .bind("ruleSet", RulesV1.VERSION)
                .bind("rules", toText(decision.rules()))
                .bind("decidedAt", decision.decidedAt())
                .execute();
        events.publish(
                tx,
                request.tenant(),
                request.bookingId(),
                changeOf(decision.verdict()),
                event -> event.setDecision(toEvent(decision)));
    }

    private static ComplianceChange changeOf(Decision.Verdict verdict) {
        return switch (verdict) {
            case CLEARED -> ComplianceChange.DISPATCH_CLEARED;
            case REFUSED -> ComplianceChange.DISPATCH_REFUSED;
            case WAITING -> ComplianceChange.DISPATCH_WAITING;
        };
    }

    private static DispatchDecision toEvent(Decision decision) {
        return DispatchDecision.newBuilder()
                .setDecisionId(decision.decisionId())
                .setDriverId(decision.driverId())
                .setVehicleId(decision.vehicleId())
                .setCleared(decision.isCleared())
                .setRules(decision.rules().stream().map(Decisions::toEvent).toList())
                .build();
    }

    private static RuleOutcome toEvent(RuleResult rule) {
        return RuleOutcome.newBuilder()
                .setRuleId(rule.ruleId())
                .setLegalReference(rule.legalReference())
                .setText(rule.outcome() == Outcome.UNKNOWN ? rule.text() + " No answer yet." : rule.text())
                .setMet(rule.outcome() == Outcome.MET)
                .build();
    }

    private Decision toDecision(ResultSet row, StatementContext context) throws SQLException {
        return new Decision(
                row.getObject("decision_id", UUID.class),
                row.getObject("driver_id", UUID.class),
                row.getObject("vehicle_id", UUID.class),
                Decision.Verdict.valueOf(row.getString("verdict")),
                toRules(row.getString("rules")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private String toText(List<RuleResult> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules cannot be written", e);
        }
    }

    private List<RuleResult> toRules(String text) {
        try {
            return json.readValue(text, new TypeReference<List<RuleResult>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules on record cannot be read", e);
        }
    }
}
