package rw.ishemalink.booking.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.booking.lifecycle.Bookings.ASKED;
import static rw.ishemalink.booking.lifecycle.Bookings.LOCAL;
import static rw.ishemalink.booking.lifecycle.Bookings.NOW;
import static rw.ishemalink.booking.lifecycle.Bookings.OFFICIAL;
import static rw.ishemalink.booking.lifecycle.Bookings.OPERATOR_ID;
import static rw.ishemalink.booking.lifecycle.Bookings.OTHER;
import static rw.ishemalink.booking.lifecycle.Bookings.after;
import static rw.ishemalink.booking.lifecycle.Bookings.at;
import static rw.ishemalink.booking.lifecycle.Bookings.clearance;
import static rw.ishemalink.booking.lifecycle.Bookings.decide;
import static rw.ishemalink.booking.lifecycle.Bookings.person;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.booking.lifecycle.Actor.Person;
import rw.ishemalink.booking.lifecycle.Actor.Platform;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.Cancel;
import rw.ishemalink.booking.lifecycle.Command.Confirm;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Command.RecordPayment;
import rw.ishemalink.booking.lifecycle.Command.RecordReceipt;
import rw.ishemalink.booking.lifecycle.Command.RefuseDispatch;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.caller.Role;

class LifecycleRulesTest {

    private final Booking cargo = at(BookingStatus.PAID, BookingKind.CARGO_DOMESTIC);
    private final Booking ride = at(BookingStatus.CONFIRMED, BookingKind.RIDE);

    @Test
    void a_ride_that_is_accepted_before_it_is_paid_is_held_and_not_assigned() {
        Booking held = after(ride, new RequestAssignment(ASKED));
        assertThat(held.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(decide(held, clearance(ASKED))).isEqualTo(new Refused(Refusal.NOT_PAID));

        Booking paid = after(held, new RecordPayment(NOW));
        assertThat(paid.assignment()).isEqualTo(ASKED);
        assertThat(decide(paid, clearance(ASKED))).isEqualTo(new Refused(Refusal.NO_RECEIPT));

        Booking assigned = after(after(paid, new RecordReceipt(LOCAL)), clearance(ASKED));
        assertThat(assigned.status()).isEqualTo(BookingStatus.ASSIGNED);
    }

    @Test
    void the_first_driver_who_accepts_has_the_ride() {
        Booking held = after(ride, new RequestAssignment(ASKED));
        Outcome second =
                Lifecycle.decide(held, new RequestAssignment(OTHER), person(OTHER.driverId(), Role.DRIVER), NOW);
        assertThat(second).isEqualTo(new Refused(Refusal.RIDE_TAKEN));
    }

    @Test
    void a_dispatcher_may_ask_another_driver_and_the_first_ones_clearance_is_void() {
        Booking asked = after(cargo, new RequestAssignment(OTHER));
        assertThat(decide(asked, clearance(ASKED))).isEqualTo(new Refused(Refusal.OTHER_DRIVER_ASKED));
        assertThat(after(asked, clearance(OTHER)).assignment()).isNotNull().satisfies(assignment -> {
            assertThat(assignment.driverId()).isEqualTo(OTHER.driverId());
            assertThat(assignment.clearanceId()).isEqualTo(Bookings.DECISION);
        });
    }

    @Test
    void a_clearance_for_the_same_driver_with_another_vehicle_is_void() {
        var clearance = new Command.ClearDispatch(Bookings.DECISION, ASKED.driverId(), UUID.randomUUID());
        assertThat(decide(cargo, clearance)).isEqualTo(new Refused(Refusal.OTHER_DRIVER_ASKED));
    }

    @Test
    void a_driver_is_not_asked_twice_at_once() {
        assertThat(decide(cargo, new RequestAssignment(ASKED))).isEqualTo(new Refused(Refusal.ALREADY_ASKED));
    }

    @Test
    void a_refused_dispatch_frees_the_booking_and_keeps_the_reason() {
        Booking refused = after(cargo, new RefuseDispatch(ASKED.driverId(), ASKED.vehicleId(), "licence expired"));
        assertThat(refused.assignment()).isNull();
        assertThat(refused.lastRefusal()).isEqualTo("licence expired");
        assertThat(after(refused, new RequestAssignment(ASKED)).assignment()).isEqualTo(ASKED);
    }

    @Test
    void nothing_inside_rwanda_stands_at_the_border() {
        Booking onTheRoad = at(BookingStatus.IN_TRANSIT, BookingKind.CARGO_DOMESTIC);
        assertThat(decide(onTheRoad, new ArriveAtBorder(null))).isEqualTo(new Refused(Refusal.NO_BORDER));
    }

    @Test
    void an_official_receipt_replaces_a_local_signature_and_never_the_other_way_round() {
        Booking official = after(cargo, new RecordReceipt(OFFICIAL));
        assertThat(official.receipt()).isEqualTo(OFFICIAL);
        assertThat(decide(official, new RecordReceipt(LOCAL))).isEqualTo(new Refused(Refusal.RECEIPT_STANDS));
        assertThat(decide(official, new RecordReceipt(OFFICIAL))).isEqualTo(new Refused(Refusal.RECEIPT_STANDS));
    }

    @Test
    void money_that_comes_after_the_end_changes_nothing() {
        for (BookingStatus ended : Set.of(BookingStatus.FAILED, BookingStatus.CANCELLED)) {
            Outcome outcome = decide(at(ended, BookingKind.CARGO_DOMESTIC), new RecordPayment(NOW));
            assertThat(outcome).isEqualTo(new Refused(Refusal.ENDED));
        }
    }

    @Test
    void the_change_names_the_role_that_allowed_it() {
        Person admin = person(UUID.randomUUID(), Role.TENANT_ADMIN, Role.SENDER);
        assertThat(Lifecycle.decide(cargo, new Cancel("fraud"), admin, NOW))
                .isInstanceOfSatisfying(
                        Changed.class, changed -> assertThat(changed.role()).isEqualTo("TENANT_ADMIN"));
        assertThat(decide(ride, new RecordPayment(NOW)))
                .isInstanceOfSatisfying(
                        Changed.class, changed -> assertThat(changed.role()).isEqualTo("SYSTEM"));
    }

    @Test
    void people_state_no_facts_and_the_platform_does_not_act() {
        Person admin = person(UUID.randomUUID(), Role.values());
        assertRefused(ride, new RecordPayment(NOW), admin);
        assertRefused(cargo, clearance(ASKED), admin);
        assertRefused(cargo, new Cancel("because"), new Platform());
    }

    @Test
    void only_the_sender_confirms_whatever_roles_others_have() {
        Booking draft = at(BookingStatus.DRAFT, BookingKind.RIDE);
        assertRefused(draft, new Confirm(), person(UUID.randomUUID(), Role.values()));
    }

    @Test
    void only_the_assigned_driver_picks_up() {
        Booking assigned = at(BookingStatus.ASSIGNED, BookingKind.RIDE);
        assertRefused(assigned, new PickUp(Proof.at(Bookings.NOW)), person(OTHER.driverId(), Role.values()));
    }

    @Test
    void only_customs_stop_an_export_at_the_border() {
        Booking export = at(BookingStatus.IN_TRANSIT, BookingKind.CARGO_INTERNATIONAL);
        assertRefused(export, new ArriveAtBorder(null), person(UUID.randomUUID(), Role.DRIVER, Role.PLATFORM_ADMIN));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "DISPATCHER"})
    void an_operator_and_its_dispatcher_ask_its_own_drivers_only(Role role) {
        Person owner = new Person(UUID.randomUUID(), Set.of(role), OPERATOR_ID);
        Person stranger = new Person(UUID.randomUUID(), Set.of(role), UUID.randomUUID());
        RequestAssignment ask = new RequestAssignment(OTHER);
        assertThat(Lifecycle.decide(cargo, ask, owner, NOW)).isInstanceOf(Changed.class);
        assertRefused(cargo, ask, stranger);
        Assignment independent = Bookings.asked(UUID.randomUUID(), null);
        assertRefused(cargo, new RequestAssignment(independent), owner);
    }

    @Test
    void a_driver_takes_what_is_open_for_himself_and_for_nobody_else() {
        Person driver = person(OTHER.driverId(), Role.DRIVER);
        Booking open = after(cargo, new RefuseDispatch(ASKED.driverId(), ASKED.vehicleId(), "licence expired"));
        for (Booking booking : Set.of(ride, open)) {
            assertThat(Lifecycle.decide(booking, new RequestAssignment(OTHER), driver, NOW))
                    .isInstanceOf(Changed.class);
            assertRefused(booking, new RequestAssignment(ASKED), driver);
        }
    }

    private static void assertRefused(Booking booking, Command command, Actor actor) {
        assertThat(Lifecycle.decide(booking, command, actor, NOW)).isEqualTo(new Refused(Refusal.NOT_ALLOWED));
    }
}
