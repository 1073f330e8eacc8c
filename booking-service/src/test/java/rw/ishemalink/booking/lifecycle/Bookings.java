package rw.ishemalink.booking.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Actor.Person;
import rw.ishemalink.booking.lifecycle.Actor.Platform;
import rw.ishemalink.booking.lifecycle.Command.AcceptManifest;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.BreakSeal;
import rw.ishemalink.booking.lifecycle.Command.Cancel;
import rw.ishemalink.booking.lifecycle.Command.ClearDispatch;
import rw.ishemalink.booking.lifecycle.Command.Confirm;
import rw.ishemalink.booking.lifecycle.Command.Deliver;
import rw.ishemalink.booking.lifecycle.Command.Edit;
import rw.ishemalink.booking.lifecycle.Command.Fact;
import rw.ishemalink.booking.lifecycle.Command.Fail;
import rw.ishemalink.booking.lifecycle.Command.GiveCarnet;
import rw.ishemalink.booking.lifecycle.Command.HoldAtBorder;
import rw.ishemalink.booking.lifecycle.Command.LeaveBorder;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Command.PlaceSeal;
import rw.ishemalink.booking.lifecycle.Command.Rate;
import rw.ishemalink.booking.lifecycle.Command.RecordPayment;
import rw.ishemalink.booking.lifecycle.Command.RecordReceipt;
import rw.ishemalink.booking.lifecycle.Command.ReleaseHold;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Price;
import rw.ishemalink.booking.terms.TaxClass;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Role;

/** Bookings in every status, brought there by commands as in life, and the people around them. */
final class Bookings {

    /** With the receiver's code. */
    static final Proof HANDED_OVER = new Proof(Instant.parse("2026-11-20T08:00:00Z"), Proof.Code.RIGHT, null);

    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final UUID SENDER = new UUID(0, 1);
    static final UUID OPERATOR_ID = new UUID(0, 2);
    static final Assignment ASKED = asked(new UUID(0, 3));
    static final Assignment OTHER = asked(new UUID(0, 4));
    static final UUID DECISION = new UUID(0, 5);
    static final Receipt LOCAL = new Receipt("L-1", NOW, true);
    static final Receipt OFFICIAL = new Receipt("12/340 NS", NOW, false);

    private Bookings() {}

    static Person person(UUID id, Role... roles) {
        return new Person(id, Set.of(roles), null);
    }

    static Person sender() {
        return person(SENDER, Role.SENDER);
    }

    static Person driver() {
        return person(ASKED.driverId(), Role.DRIVER);
    }

    static Person dispatcher() {
        return person(new UUID(0, 6), Role.DISPATCHER);
    }

    static Person inspector() {
        return person(new UUID(0, 7), Role.CUSTOMS_INSPECTOR);
    }

    static ClearDispatch clearance(Assignment asked) {
        return new ClearDispatch(DECISION, asked.driverId(), asked.vehicleId());
    }

    static Booking draft(BookingKind kind) {
        Place place = new Place(null, "RW", null, null, "somewhere");
        Price price = new Price(1_180, 180, TaxClass.B, "TEST-1");
        boolean export = kind == BookingKind.CARGO_INTERNATIONAL;
        return Booking.draft(new Order(
                new UUID(0, 8),
                "ishemalink",
                "ISH-00000000",
                new Contact(SENDER, "+250788000001", null, "rw"),
                "+250788000001",
                new Terms(kind, place, place, export ? "Gatuna" : null, null, 1_000, price),
                export ? new Consignee("Consignee", "Kampala") : null,
                null,
                null,
                null,
                null,
                null,
                false,
                NOW));
    }

    /** A booking in that status; once paid, with a local receipt and a driver asked for. */
    static Booking at(BookingStatus status, BookingKind kind) {
        return switch (status) {
            case DRAFT -> draft(kind);
            case CONFIRMED -> after(at(BookingStatus.DRAFT, kind), new Confirm());
            case PAID -> {
                Booking paid = after(at(BookingStatus.CONFIRMED, kind), new RecordPayment(NOW));
                yield after(after(paid, new RecordReceipt(LOCAL)), new RequestAssignment(ASKED));
            }
            case ASSIGNED -> after(at(BookingStatus.PAID, kind), clearance(ASKED));
            case IN_TRANSIT -> after(at(BookingStatus.ASSIGNED, kind), new PickUp(Proof.at(NOW)));
            case AT_BORDER -> after(at(BookingStatus.IN_TRANSIT, kind), new ArriveAtBorder(null));
            case DELIVERED -> after(at(BookingStatus.IN_TRANSIT, kind), new Deliver(HANDED_OVER));
            case FAILED -> after(at(BookingStatus.CONFIRMED, kind), new Fail("payment timeout"));
            case CANCELLED -> after(at(BookingStatus.ASSIGNED, kind), new Cancel("changed my mind"));
        };
    }

    /** The booking after a command of the one who may give it. */
    static Booking after(Booking booking, Command command) {
        Outcome outcome = decide(booking, command);
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed) outcome).booking();
    }

    static Outcome decide(Booking booking, Command command) {
        return Lifecycle.decide(booking, command, rightful(command), NOW);
    }

    /** Somebody who may give the command, if the booking allows it. */
    static Actor rightful(Command command) {
        return switch (command) {
            case Fact _ -> new Platform();
            case Act act ->
                switch (act) {
                    case Confirm _, Edit _, Cancel _, Rate _ -> sender();
                    case RequestAssignment _ -> dispatcher();
                    case AcceptManifest _, PickUp _, Deliver _ -> driver();
                    case GiveCarnet _ -> sender();
                    case PlaceSeal _, BreakSeal _, ArriveAtBorder _, HoldAtBorder _, ReleaseHold _, LeaveBorder _ ->
                        inspector();
                };
        };
    }

    static Assignment asked(UUID driverId, @Nullable UUID operatorId) {
        return Assignment.asked(driverId, new UUID(driverId.getLeastSignificantBits(), 9), "RAB 123 C", operatorId);
    }

    private static Assignment asked(UUID driverId) {
        return asked(driverId, OPERATOR_ID);
    }
}
