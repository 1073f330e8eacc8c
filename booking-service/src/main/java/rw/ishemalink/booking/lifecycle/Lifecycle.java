package rw.ishemalink.booking.lifecycle;

import static rw.ishemalink.booking.lifecycle.BookingStatus.ASSIGNED;
import static rw.ishemalink.booking.lifecycle.BookingStatus.CANCELLED;
import static rw.ishemalink.booking.lifecycle.BookingStatus.CONFIRMED;
import static rw.ishemalink.booking.lifecycle.BookingStatus.DELIVERED;
import static rw.ishemalink.booking.lifecycle.BookingStatus.DRAFT;
import static rw.ishemalink.booking.lifecycle.BookingStatus.FAILED;
import static rw.ishemalink.booking.lifecycle.BookingStatus.IN_TRANSIT;
import static rw.ishemalink.booking.lifecycle.BookingStatus.PAID;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.booking.lifecycle.Command.AcceptManifest;
import rw.ishemalink.booking.lifecycle.Command.Cancel;
import rw.ishemalink.booking.lifecycle.Command.ClearDispatch;
import rw.ishemalink.booking.lifecycle.Command.Confirm;
import rw.ishemalink.booking.lifecycle.Command.CustomsAct;
import rw.ishemalink.booking.lifecycle.Command.Deliver;
import rw.ishemalink.booking.lifecycle.Command.Edit;
import rw.ishemalink.booking.lifecycle.Command.Fail;
import rw.ishemalink.booking.lifecycle.Command.LapseClearance;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Command.Rate;
import rw.ishemalink.booking.lifecycle.Command.RecordPayment;
import rw.ishemalink.booking.lifecycle.Command.RecordReceipt;
import rw.ishemalink.booking.lifecycle.Command.RefuseDispatch;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.caller.Role;

/**
 * The life of a booking:
 *
 * <pre>
 * DRAFT → CONFIRMED → PAID → ASSIGNED → IN_TRANSIT → DELIVERED
 *             ↓                          ⇅ AT_BORDER (international, customs inspector only)
 *          FAILED        CANCELLED from every status before IN_TRANSIT
 * </pre>
 *
 * Invariants: ASSIGNED needs payment, receipt and a clearance for exactly the driver and vehicle that are asked (C1,
 * C14), and goes back to PAID when the clearance lapses before anything moved; DELIVERED, FAILED and CANCELLED are final, so money that comes later changes nothing here and payment-service
 * sends it back (C3).
 */
public final class Lifecycle {

    /** A driver has one trip at a time, so a booking for tomorrow must not take one today. */
    public static final Duration BOUND_BEFORE_PICK_UP = Duration.ofHours(2);

    private final Booking booking;
    private final Actor actor;
    private final String role;
    private final Instant at;

    private Lifecycle(Booking booking, Actor actor, String role, Instant at) {
        this.booking = booking;
        this.actor = actor;
        this.role = role;
        this.at = at;
    }

    /** What becomes of the booking when the actor gives the command at that time. */
    public static Outcome decide(Booking booking, Command command, Actor actor, Instant at) {
        Optional<String> role = Authority.find(booking, command, actor);
        return role.isPresent()
                ? new Lifecycle(booking, actor, role.get(), at).follow(command)
                : new Refused(Refusal.NOT_ALLOWED);
    }

    private Outcome follow(Command command) {
        return switch (command) {
            case Confirm _ -> confirm();
            case Edit(var to) -> edit(to);
            case RecordPayment(var paidAt) -> recordPayment(paidAt);
            case RecordReceipt(var receipt) -> recordReceipt(receipt);
            case RequestAssignment(var asked) -> requestAssignment(asked);
            case ClearDispatch clearance -> clearDispatch(clearance);
            case RefuseDispatch refusal -> refuseDispatch(refusal);
            case LapseClearance _ -> lapseClearance();
            case AcceptManifest(var recordedAt) -> acceptManifest(recordedAt);
            case PickUp(var proof) -> pickUp(proof);
            case CustomsAct act -> CustomsDecision.decide(booking, act, personId(), role, at);
            case Deliver(var proof) -> deliver(proof);
            case Rate(var stars) -> rate(stars);
            case Fail _ -> fail();
            case Cancel _ -> cancel();
        };
    }

    private Outcome confirm() {
        return booking.status() == DRAFT
                ? changed(booking.next(CONFIRMED).with(booking.milestones().confirmed(at)), Change.CONFIRMED)
                : wrongStatus();
    }

    private Outcome edit(Order to) {
        return booking.status() == DRAFT
                ? changed(booking.next(DRAFT).with(booking.order().editedTo(to)), Change.EDITED)
                : wrongStatus();
    }

    private Outcome recordPayment(Instant paidAt) {
        return booking.status() == CONFIRMED
                ? changed(booking.next(PAID).with(booking.milestones().paid(paidAt, at)), Change.PAID)
                : wrongStatus();
    }

    /** The official receipt may replace a local signature at any time, also after delivery; never the other way round. */
    private Outcome recordReceipt(Receipt receipt) {
        if (booking.status() == FAILED || booking.status() == CANCELLED) {
            return refused(Refusal.ENDED);
        }
        if (!booking.isPaid()) {
            return refused(Refusal.NOT_PAID);
        }
        boolean better = booking.receipt() == null || (booking.receipt().locallySigned() && !receipt.locallySigned());
        return better
                ? changed(booking.next(booking.status()).with(receipt), Change.RECEIPT_RECORDED)
                : refused(Refusal.RECEIPT_STANDS);
    }

    /** A ride may be taken while the payment prompt is still out; it is held until compliance decides (C1). */
    private Outcome requestAssignment(Assignment asked) {
        boolean held = booking.status() == CONFIRMED && booking.order().kind() == BookingKind.RIDE;
        if (booking.status() == CONFIRMED && !held) {
            return refused(Refusal.NOT_PAID);
        }
        if (booking.status() != PAID && !held) {
            return wrongStatus();
        }
        if (booking.order().isScheduledAfter(at.plus(BOUND_BEFORE_PICK_UP))) {
            return refused(Refusal.SCHEDULED_LATER);
        }
        if (booking.isAskedOf(asked.driverId(), asked.vehicleId())) {
            return refused(Refusal.ALREADY_ASKED);
        }
        if (booking.assignment() != null && role.equals(Role.Names.DRIVER)) {
            return refused(Refusal.RIDE_TAKEN);
        }
        return changed(booking.next(booking.status()).with(asked), Change.ASSIGNMENT_REQUESTED);
    }

    private Outcome clearDispatch(ClearDispatch clearance) {
        Assignment asked = booking.assignment();
        if (asked == null || !asked.isFor(clearance.driverId(), clearance.vehicleId())) {
            return refused(Refusal.OTHER_DRIVER_ASKED);
        }
        if (booking.status() != PAID) {
            return booking.status() == CONFIRMED ? refused(Refusal.NOT_PAID) : wrongStatus();
        }
        UUID decisionId = clearance.decisionId();
        return booking.receipt() == null
                ? refused(Refusal.NO_RECEIPT)
                : changed(booking.next(ASSIGNED).with(asked.cleared(decisionId)), Change.ASSIGNED);
    }

    private Outcome refuseDispatch(RefuseDispatch refusal) {
        if (!booking.isAskedOf(refusal.driverId(), refusal.vehicleId())) {
            return refused(Refusal.OTHER_DRIVER_ASKED);
        }
        return booking.status() == CONFIRMED || booking.status() == PAID
                ? changed(booking.next(booking.status()).withoutAssignment(refusal.why()), Change.ASSIGNMENT_REFUSED)
                : wrongStatus();
    }

    /** The same driver and vehicle are asked for anew: compliance clears them again, or refuses and others are sought. */
    private Outcome lapseClearance() {
        Assignment moved = booking.assignment();
        if (booking.status() != ASSIGNED || moved == null) {
            return wrongStatus();
        }
        Assignment asked =
                Assignment.asked(moved.driverId(), moved.vehicleId(), moved.vehiclePlate(), moved.operatorId());
        Milestones reached = booking.milestones().manifestForgotten();
        return changed(booking.next(PAID).with(asked).with(reached), Change.ASSIGNMENT_REQUESTED);
    }

    private Outcome acceptManifest(Instant recordedAt) {
        if (booking.order().kind() == BookingKind.RIDE) {
            return refused(Refusal.NO_MANIFEST);
        }
        if (booking.status() != ASSIGNED) {
            return wrongStatus();
        }
        Milestones reached = booking.milestones();
        return reached.manifestAcceptedAt() == null
                ? changed(
                        booking.next(ASSIGNED).with(reached.manifestAccepted(recordedAt, at)), Change.MANIFEST_ACCEPTED)
                : refused(Refusal.DONE_ALREADY);
    }

    private Outcome pickUp(Proof proof) {
        Milestones pickedUp = booking.milestones().pickedUp(proof.recordedAt(), at);
        return booking.status() == ASSIGNED
                ? changed(booking.next(IN_TRANSIT).with(pickedUp), Change.PICKED_UP)
                : wrongStatus();
    }

    /** Goods are handed over against the receiver's code; a passenger who gets off needs none. */
    private Outcome deliver(Proof proof) {
        if (booking.status() != IN_TRANSIT) {
            return wrongStatus();
        }
        Outcome delivered = delivered(proof);
        if (booking.order().kind() == BookingKind.RIDE) {
            return delivered;
        }
        return switch (proof.code()) {
            case RIGHT -> delivered;
            case NONE -> refused(Refusal.CODE_NEEDED);
            case WRONG -> refused(Refusal.CODE_WRONG);
            case LOCKED -> refused(Refusal.CODE_LOCKED);
        };
    }

    private Outcome delivered(Proof proof) {
        Milestones delivered = booking.milestones().delivered(proof.recordedAt(), at);
        return changed(booking.next(DELIVERED).with(delivered), Change.DELIVERED);
    }

    private Outcome rate(int stars) {
        if (booking.status() != DELIVERED) {
            return wrongStatus();
        }
        return booking.stars() == null
                ? changed(booking.next(DELIVERED).rated(stars), Change.RATED)
                : refused(Refusal.DONE_ALREADY);
    }

    private Outcome fail() {
        return booking.status() == CONFIRMED ? changed(booking.next(FAILED), Change.FAILED) : wrongStatus();
    }

    private Outcome cancel() {
        return switch (booking.status()) {
            case DRAFT, CONFIRMED, PAID, ASSIGNED -> changed(booking.next(CANCELLED), Change.CANCELLED);
            case IN_TRANSIT, AT_BORDER, DELIVERED, FAILED, CANCELLED -> wrongStatus();
        };
    }

    private UUID personId() {
        return actor.findPersonId().orElseThrow(() -> new IllegalStateException("customs acts are a person's"));
    }

    private Outcome changed(Booking after, Change change) {
        return new Changed(after, change, role);
    }

    private Outcome wrongStatus() {
        return refused(booking.status().isTerminal() ? Refusal.ENDED : Refusal.WRONG_STATUS);
    }

    private static Outcome refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
