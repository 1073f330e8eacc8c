package rw.ishemalink.booking.lifecycle;

import java.util.Optional;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.BreakSeal;
import rw.ishemalink.booking.lifecycle.Command.CustomsAct;
import rw.ishemalink.booking.lifecycle.Command.GiveCarnet;
import rw.ishemalink.booking.lifecycle.Command.HoldAtBorder;
import rw.ishemalink.booking.lifecycle.Command.LeaveBorder;
import rw.ishemalink.booking.lifecycle.Command.PlaceSeal;
import rw.ishemalink.booking.lifecycle.Command.ReleaseHold;

/** What a booking's history says of an act of customs: which seal, carnet or hold, and why. */
final class CustomsReason {

    private CustomsReason() {}

    static Optional<String> find(CustomsAct act) {
        return switch (act) {
            case GiveCarnet(var reference) -> Optional.of("RCTG " + reference);
            case PlaceSeal(var number, var kind) -> Optional.of("seal " + number + " (" + kind + ")");
            case BreakSeal broken -> Optional.of("seal " + broken.number() + ": " + broken.why() + replaced(broken));
            case ArriveAtBorder(var why) -> Optional.ofNullable(why);
            case HoldAtBorder hold -> Optional.of(hold.why());
            case ReleaseHold(var holdId, var why) -> Optional.of("hold " + holdId + ": " + why);
            case LeaveBorder(var why) -> Optional.ofNullable(why);
        };
    }

    private static String replaced(BreakSeal broken) {
        return broken.replacement() == null ? "" : "; replaced by " + broken.replacement();
    }
}
