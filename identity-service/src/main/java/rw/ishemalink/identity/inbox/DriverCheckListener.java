package rw.ishemalink.identity.inbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import rw.ishemalink.identity.fleet.Clearance;
import rw.ishemalink.identity.fleet.PapersCheck;
import rw.ishemalink.identity.fleet.PapersCheck.Outcome;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.licence.DriverCheck;
import rw.ishemalink.schemas.licence.DriverCheckOutcome;

/** Hears what compliance says of drivers' papers. */
@Singleton
class DriverCheckListener implements InboxListener<DriverCheck> {

    private final Clearance clearance;

    DriverCheckListener(Clearance clearance) {
        this.clearance = clearance;
    }

    @Override
    public Class<DriverCheck> eventType() {
        return DriverCheck.class;
    }

    @Override
    public void handle(Tx tx, DriverCheck check) {
        outcome(check.getOutcome())
                .ifPresent(outcome ->
                        clearance.hear(tx, check.getMetadata().getTenant(), check.getDriverId(), read(check, outcome)));
    }

    private static PapersCheck read(DriverCheck check, Outcome outcome) {
        return new PapersCheck(
                check.getMetadata().getSequence(),
                check.getPapersOf(),
                outcome,
                check.getRefusals(),
                Optional.ofNullable(check.getValidUntil()),
                check.getMetadata().getOccurredAt());
    }

    private static Optional<Outcome> outcome(DriverCheckOutcome told) {
        return switch (told) {
            case CLEARED -> Optional.of(Outcome.CLEARED);
            case REFUSED -> Optional.of(Outcome.REFUSED);
            case WAITING -> Optional.of(Outcome.WAITING);
            case UNKNOWN -> Optional.empty();
        };
    }
}
