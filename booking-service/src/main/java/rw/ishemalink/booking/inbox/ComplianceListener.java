package rw.ishemalink.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.FactDesk;
import rw.ishemalink.booking.licence.Clearance;
import rw.ishemalink.booking.licence.store.ClearanceStore;
import rw.ishemalink.booking.lifecycle.Command.ClearDispatch;
import rw.ishemalink.booking.lifecycle.Command.Fact;
import rw.ishemalink.booking.lifecycle.Command.RecordReceipt;
import rw.ishemalink.booking.lifecycle.Command.RefuseDispatch;
import rw.ishemalink.booking.lifecycle.Receipt;
import rw.ishemalink.booking.saga.Step;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.FiscalReceipt;
import rw.ishemalink.schemas.compliance.RuleOutcome;

/** Hears of receipts and dispatch decisions. */
@ApplicationScoped
class ComplianceListener implements InboxListener<ComplianceEvent> {

    private static final String WAITING = "the licence authority gives no answer";

    /** By compliance's code for the reason. */
    private static final Map<String, String> STOPPED = Map.of(
            "fiscal-device-silent",
            "fiscal-device-silent: the fiscal device has given no answer for a day; nothing moves until it is back");

    private final FactDesk facts;
    private final ClearanceStore clearances;

    ComplianceListener(FactDesk facts, ClearanceStore clearances) {
        this.facts = facts;
        this.clearances = clearances;
    }

    @Override
    public Class<ComplianceEvent> eventType() {
        return ComplianceEvent.class;
    }

    @Override
    public void handle(Tx tx, ComplianceEvent event) {
        switch (event.getChange()) {
            case RECEIPT_ISSUED -> record(tx, event, receipt(event.getReceipt(), false));
            case RECEIPT_SIGNED_LOCALLY -> record(tx, event, receipt(event.getReceipt(), true));
            case DISPATCH_CLEARED -> {
                record(tx, event, clearance(event.getDecision()));
                keep(tx, event);
            }
            case DISPATCH_REFUSED -> record(tx, event, refusal(event.getDecision()));
            case DISPATCH_WAITING ->
                facts.note(tx, event.getMetadata().getTenant(), event.getBookingId(), WAITING, Step.CLEARANCE);
            case RECEIPT_STOPPED ->
                facts.note(
                        tx,
                        event.getMetadata().getTenant(),
                        event.getBookingId(),
                        stopped(event.getReason()),
                        Step.RECEIPT,
                        Step.ASSIGNMENT,
                        Step.CLEARANCE);
            case UNKNOWN, RECEIPT_CREDITED, MANIFEST_ISSUED -> {}
        }
    }

    private void record(Tx tx, ComplianceEvent event, Fact fact) {
        facts.record(tx, event.getMetadata().getTenant(), event.getBookingId(), fact);
    }

    private static String stopped(@Nullable String reason) {
        String code = Objects.requireNonNullElse(reason, "receipt-stopped");
        return STOPPED.getOrDefault(code, code);
    }

    private void keep(Tx tx, ComplianceEvent event) {
        DispatchDecision decision = event.getDecision();
        clearances.keep(
                tx.sql(),
                event.getMetadata().getTenant(),
                event.getBookingId(),
                new Clearance(decision.getDecisionId(), event.getMetadata().getOccurredAt(), decision.getValidUntil()));
    }

    private static Fact receipt(FiscalReceipt receipt, boolean locallySigned) {
        return new RecordReceipt(new Receipt(receipt.getNumber(), receipt.getIssuedAt(), locallySigned));
    }

    private static Fact clearance(DispatchDecision decision) {
        return new ClearDispatch(decision.getDecisionId(), decision.getDriverId(), decision.getVehicleId());
    }

    private static Fact refusal(DispatchDecision decision) {
        String unmet = decision.getRules().stream()
                .filter(rule -> !rule.getMet())
                .map(ComplianceListener::text)
                .collect(Collectors.joining("; "));
        return new RefuseDispatch(decision.getDriverId(), decision.getVehicleId(), unmet);
    }

    private static String text(RuleOutcome rule) {
        return rule.getRuleId() + ": " + rule.getText();
    }
}
