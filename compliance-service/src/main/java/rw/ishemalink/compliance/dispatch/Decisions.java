package rw.ishemalink.compliance.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
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
                                           rule_set, rules, valid_until, decided_at)
            values (:decisionId, :requestId, :bookingId, :tenant, :driverId, :vehicleId, :verdict,
                    :ruleSet, cast(:rules as jsonb), :validUntil, :decidedAt)""";

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

    /** A decision and what asked for it. */
    record Decided(DispatchRequest request, Decision decision) {

        boolean isWaiting() {
            return decision.verdict() == Decision.Verdict.WAITING;
        }
    }

    /** Adds them together, each of another booking. */
    void add(Tx tx, List<Decided> all) {
        if (all.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.sql().prepareBatch(ADD);
        all.forEach(one -> bind(batch, one.request(), one.decision()).add());
        batch.execute();
        events.publishAll(tx, all.stream().map(Decisions::toFact).toList());
    }

    private PreparedBatch bind(PreparedBatch batch, DispatchRequest request, Decision decision) {
        return batch.bind("decisionId", decision.decisionId())
                .bind("requestId", request.requestId())
                .bind("bookingId", request.bookingId())
                .bind("tenant", request.tenant())
                .bind("driverId", decision.driverId())
                .bind("vehicleId", decision.vehicleId())
                .bind("verdict", decision.verdict())
                .bind("ruleSet", decision.ruleSet())
                .bind("rules", toText(decision.rules()))
                .bind("validUntil", decision.validUntil())
                .bind("decidedAt", decision.decidedAt());
    }

    private static ComplianceEvents.Fact toFact(Decided one) {
        return new ComplianceEvents.Fact(
                one.request().tenant(),
                one.request().bookingId(),
                one.request().correlationId(),
                changeOf(one.decision().verdict()),
                event -> event.setDecision(toEvent(one.decision())));
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
                .setValidUntil(decision.isCleared() ? decision.validUntil() : null)
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
                row.getString("rule_set"),
                toRules(row.getString("rules")),
                row.getObject("valid_until", LocalDate.class),
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
