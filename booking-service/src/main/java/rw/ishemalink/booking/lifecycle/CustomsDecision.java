package rw.ishemalink.booking.lifecycle;

import static rw.ishemalink.booking.lifecycle.BookingStatus.AT_BORDER;
import static rw.ishemalink.booking.lifecycle.BookingStatus.IN_TRANSIT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.BreakSeal;
import rw.ishemalink.booking.lifecycle.Command.CustomsAct;
import rw.ishemalink.booking.lifecycle.Command.GiveCarnet;
import rw.ishemalink.booking.lifecycle.Command.HoldAtBorder;
import rw.ishemalink.booking.lifecycle.Command.LeaveBorder;
import rw.ishemalink.booking.lifecycle.Command.PlaceSeal;
import rw.ishemalink.booking.lifecycle.Command.ReleaseHold;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Outcome.Unchanged;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.caller.Role;

/**
 * What customs and the declarant do with an export: carnet, seals, and arrive, hold and clear at the border. Invariants:
 * nothing leaves the border while a hold stands; the declarant touches papers and seals only before the departure; what is
 * so already, like a request that is sent again, changes nothing.
 */
final class CustomsDecision {

    private final Booking booking;
    private final Customs customs;
    private final UUID personId;
    private final String role;
    private final Instant at;

    private CustomsDecision(Booking booking, UUID personId, String role, Instant at) {
        this.booking = booking;
        this.customs = booking.customs();
        this.personId = personId;
        this.role = role;
        this.at = at;
    }

    static Outcome decide(Booking booking, CustomsAct act, UUID personId, String role, Instant at) {
        return booking.order().kind() == BookingKind.CARGO_INTERNATIONAL
                ? new CustomsDecision(booking, personId, role, at).follow(act)
                : new Refused(Refusal.NO_BORDER);
    }

    private Outcome follow(CustomsAct act) {
        return switch (act) {
            case GiveCarnet(var reference) -> giveCarnet(reference);
            case PlaceSeal(var number, var kind) -> placeSeal(number, kind);
            case BreakSeal breaking -> breakSeal(breaking);
            case ArriveAtBorder _ -> arrive();
            case HoldAtBorder(var holdId, var why) -> hold(holdId, why);
            case ReleaseHold(var holdId, var why) -> release(holdId, why);
            case LeaveBorder _ -> leave();
        };
    }

    private Outcome giveCarnet(String reference) {
        if (reference.equals(customs.rctgReference())) {
            return new Unchanged(booking);
        }
        return switch (booking.status()) {
            case DRAFT, CONFIRMED, PAID, ASSIGNED ->
                changed(booking.status(), customs.withCarnet(reference), Change.CARNET_GIVEN);
            case IN_TRANSIT, AT_BORDER -> new Refused(Refusal.DEPARTED);
            case DELIVERED, FAILED, CANCELLED -> new Refused(Refusal.ENDED);
        };
    }

    private Outcome placeSeal(String number, SealKind kind) {
        Optional<Seal> known = customs.findSeal(number);
        if (known.isPresent()) {
            boolean isOn = known.get().broken() == null && known.get().kind() == kind;
            return isOn ? new Unchanged(booking) : new Refused(Refusal.SEAL_KNOWN);
        }
        return refusalOfSealing()
                .<Outcome>map(Refused::new)
                .orElseGet(() -> changed(booking.status(), customs.with(seal(number, kind)), Change.SEALED));
    }

    private Outcome breakSeal(BreakSeal breaking) {
        Seal seal = customs.findSeal(breaking.number()).orElse(null);
        if (seal == null) {
            return new Refused(Refusal.NO_SUCH_SEAL);
        }
        String replacement = breaking.replacement();
        if (seal.broken() != null) {
            return isRepeat(seal, breaking) ? new Unchanged(booking) : new Refused(Refusal.SEAL_BROKEN);
        }
        if (replacement != null && customs.findSeal(replacement).isPresent()) {
            return new Refused(Refusal.SEAL_KNOWN);
        }
        return refusalOfSealing()
                .<Outcome>map(Refused::new)
                .orElseGet(() -> changed(booking.status(), broken(seal, breaking), Change.SEAL_BROKEN));
    }

    private static boolean isRepeat(Seal seal, BreakSeal breaking) {
        Ending broken = seal.broken();
        return broken != null
                && broken.why().equals(breaking.why())
                && Optional.ofNullable(seal.replacedBy()).equals(Optional.ofNullable(breaking.replacement()));
    }

    private Customs broken(Seal seal, BreakSeal breaking) {
        String replacement = breaking.replacement();
        Customs after = customs.withChanged(seal.brokenBy(ending(breaking.why()), replacement));
        return replacement == null ? after : after.with(seal(replacement, breaking.replacementKind(seal.kind())));
    }

    /** Why nobody, or not the one who asks, may touch the seals now. */
    private Optional<Refusal> refusalOfSealing() {
        boolean inspector = role.equals(Role.Names.CUSTOMS_INSPECTOR);
        return switch (booking.status()) {
            case DRAFT, CONFIRMED -> Optional.of(Refusal.WRONG_STATUS);
            case PAID, ASSIGNED -> full();
            case IN_TRANSIT, AT_BORDER -> inspector ? full() : Optional.of(Refusal.DEPARTED);
            case DELIVERED, FAILED, CANCELLED -> Optional.of(Refusal.ENDED);
        };
    }

    private Optional<Refusal> full() {
        return customs.seals().size() >= Customs.MOST ? Optional.of(Refusal.CUSTOMS_FULL) : Optional.empty();
    }

    private Outcome arrive() {
        if (booking.status() == AT_BORDER) {
            return new Unchanged(booking);
        }
        return booking.status() == IN_TRANSIT
                ? changed(AT_BORDER, customs.cleared(false), Change.ARRIVED_AT_BORDER)
                : wrongStatus();
    }

    private Outcome hold(UUID holdId, String why) {
        if (booking.status() != AT_BORDER) {
            return wrongStatus();
        }
        boolean held = customs.findHold(holdId).isPresent() || isHeldFor(why);
        if (held) {
            return new Unchanged(booking);
        }
        if (customs.holds().size() >= Customs.MOST) {
            return new Refused(Refusal.CUSTOMS_FULL);
        }
        Hold hold = new Hold(holdId, personId, role, at, why, null);
        return changed(AT_BORDER, customs.with(hold), Change.HELD_AT_BORDER);
    }

    private boolean isHeldFor(String why) {
        return customs.listOpenHolds().stream()
                .anyMatch(hold -> hold.why().equals(why) && hold.heldBy().equals(personId));
    }

    private Outcome release(UUID holdId, String why) {
        Hold hold = customs.findHold(holdId).orElse(null);
        if (hold == null) {
            return new Refused(Refusal.NO_SUCH_HOLD);
        }
        if (hold.released() != null) {
            return new Unchanged(booking);
        }
        Customs after = customs.withChanged(hold.releasedBy(ending(why)));
        return booking.status() == AT_BORDER ? changed(AT_BORDER, after, Change.HOLD_RELEASED) : wrongStatus();
    }

    private Outcome leave() {
        if (booking.status() == IN_TRANSIT && customs.cleared()) {
            return new Unchanged(booking);
        }
        if (booking.status() != AT_BORDER) {
            return wrongStatus();
        }
        return customs.listOpenHolds().isEmpty()
                ? changed(IN_TRANSIT, customs.cleared(true), Change.LEFT_BORDER)
                : new Refused(Refusal.HELD);
    }

    private Seal seal(String number, SealKind kind) {
        return new Seal(number, kind, personId, role, at, null, null);
    }

    private Ending ending(String why) {
        return new Ending(personId, role, at, why);
    }

    private Outcome changed(BookingStatus status, Customs after, Change change) {
        return new Changed(booking.next(status).with(after), change, role);
    }

    private Outcome wrongStatus() {
        return new Refused(booking.status().isTerminal() ? Refusal.ENDED : Refusal.WRONG_STATUS);
    }
}
