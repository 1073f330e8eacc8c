package rw.ishemalink.identity.fleet;

import static rw.ishemalink.identity.fleet.DriverStatus.ACTIVE;
import static rw.ishemalink.identity.fleet.DriverStatus.PENDING;
import static rw.ishemalink.identity.fleet.DriverStatus.REJECTED;
import static rw.ishemalink.identity.fleet.DriverStatus.SUSPENDED;

import java.util.List;
import java.util.Optional;
import rw.ishemalink.schemas.fleet.FleetChange;

/**
 * How a driver's status moves (docs/drivers.md). Invariant: only a check that cleared the papers in force makes a driver
 * ACTIVE, and only staff end a suspension.
 *
 * @param asksForCheck whether papers have to be looked at that were not before
 */
record DriverMove(DriverStatus before, DriverStatus after, boolean asksForCheck) {

    /** What comes of that, one after the other. */
    static DriverMove of(DriverStatus before, List<? extends DriverFact> facts) {
        DriverMove move = new DriverMove(before, before, false);
        for (DriverFact fact : facts) {
            move = new DriverMove(before, after(move.after, fact), move.asksForCheck || asks(move.after, fact));
        }
        return move;
    }

    boolean changesStatus() {
        return before != after;
    }

    /** What is told of it. */
    FleetChange change() {
        if (!changesStatus()) {
            return asksForCheck && after == PENDING ? FleetChange.DRIVER_APPLIED : FleetChange.DRIVER_CHANGED;
        }
        return switch (after) {
            case PENDING -> before == SUSPENDED ? FleetChange.DRIVER_REINSTATED : FleetChange.DRIVER_APPLIED;
            case ACTIVE -> before == PENDING ? FleetChange.DRIVER_ONBOARDED : FleetChange.DRIVER_REINSTATED;
            case REJECTED -> FleetChange.DRIVER_REJECTED;
            case SUSPENDED -> FleetChange.DRIVER_SUSPENDED;
        };
    }

    /** What a shift that runs ends with; empty when it goes on. */
    Optional<ShiftEnd> findShiftEnd() {
        return switch (after) {
            case ACTIVE -> Optional.empty();
            case PENDING -> Optional.of(ShiftEnd.NEW_PAPERS);
            case REJECTED -> Optional.of(ShiftEnd.REJECTED);
            case SUSPENDED -> Optional.of(ShiftEnd.SUSPENDED);
        };
    }

    private static DriverStatus after(DriverStatus before, DriverFact fact) {
        return switch (fact) {
            case DriverFact.NewPapers _ -> before == SUSPENDED ? SUSPENDED : PENDING;
            case DriverFact.Ordered(var order) -> ordered(before, order);
            case DriverFact.Checked(var outcome) -> before == SUSPENDED ? SUSPENDED : checked(before, outcome);
        };
    }

    private static DriverStatus ordered(DriverStatus before, StatusOrder order) {
        return switch (order) {
            case SUSPENDED -> SUSPENDED;
            case ACTIVE -> before == ACTIVE ? ACTIVE : PENDING;
        };
    }

    private static DriverStatus checked(DriverStatus before, PapersCheck.Outcome outcome) {
        return switch (outcome) {
            case CLEARED -> ACTIVE;
            case REFUSED -> REJECTED;
            case WAITING -> before;
        };
    }

    private static boolean asks(DriverStatus before, DriverFact fact) {
        return switch (fact) {
            case DriverFact.NewPapers _ -> true;
            case DriverFact.Ordered(var order) ->
                order == StatusOrder.ACTIVE && (before == SUSPENDED || before == REJECTED);
            case DriverFact.Checked _ -> false;
        };
    }
}
