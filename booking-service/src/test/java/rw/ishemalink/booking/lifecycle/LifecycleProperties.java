package rw.ishemalink.booking.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.booking.lifecycle.Bookings.ASKED;
import static rw.ishemalink.booking.lifecycle.Bookings.NOW;
import static rw.ishemalink.booking.lifecycle.Bookings.OTHER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import rw.ishemalink.booking.lifecycle.Actor.Platform;
import rw.ishemalink.booking.lifecycle.Command.AcceptManifest;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.BreakSeal;
import rw.ishemalink.booking.lifecycle.Command.Cancel;
import rw.ishemalink.booking.lifecycle.Command.ClearDispatch;
import rw.ishemalink.booking.lifecycle.Command.Confirm;
import rw.ishemalink.booking.lifecycle.Command.CustomsAct;
import rw.ishemalink.booking.lifecycle.Command.Deliver;
import rw.ishemalink.booking.lifecycle.Command.Edit;
import rw.ishemalink.booking.lifecycle.Command.Fail;
import rw.ishemalink.booking.lifecycle.Command.GiveCarnet;
import rw.ishemalink.booking.lifecycle.Command.HoldAtBorder;
import rw.ishemalink.booking.lifecycle.Command.LapseClearance;
import rw.ishemalink.booking.lifecycle.Command.LeaveBorder;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Command.PlaceSeal;
import rw.ishemalink.booking.lifecycle.Command.Rate;
import rw.ishemalink.booking.lifecycle.Command.RecordPayment;
import rw.ishemalink.booking.lifecycle.Command.RecordReceipt;
import rw.ishemalink.booking.lifecycle.Command.RefuseDispatch;
import rw.ishemalink.booking.lifecycle.Command.ReleaseHold;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Outcome.Unchanged;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.caller.Role;

/** Whatever anybody sends, in whatever order, some things never come about. */
class LifecycleProperties {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Whatever the clock of a phone, or of another machine, says. */
    private static final List<Instant> RECORDED = List.of(
            NOW.minus(Duration.ofDays(1)), NOW, NOW.plus(MINUTE.multipliedBy(25)), NOW.plus(Duration.ofDays(1)));

    /** A command and who gives it. */
    record Step(Command command, Actor actor) {}

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void no_sequence_of_commands_breaks_the_law(
            @ForAll BookingKind kind, @ForAll("steps") @Size(min = 50, max = 250) List<Step> steps) {
        Booking booking = Bookings.draft(kind);
        Instant now = NOW;
        for (Step step : steps) {
            Booking before = booking;
            now = now.plus(MINUTE);
            Outcome outcome = Lifecycle.decide(before, step.command(), step.actor(), now);
            booking = switch (outcome) {
                case Changed changed -> changed.booking();
                case Unchanged(var same) -> same;
                case Refused _ -> before;
            };
            assertLawful(before, booking, step);
            assertLawfulAtCustoms(before, booking, step);
            if (outcome instanceof Changed && step.command() instanceof CustomsAct) {
                Outcome again = Lifecycle.decide(booking, step.command(), step.actor(), now.plus(MINUTE));
                assertThat(again).as("sent again").isEqualTo(new Unchanged(booking));
            }
        }
        // a property that never gets anywhere proves nothing
        Statistics.collect(booking.status());
        Statistics.coverage(lives -> lives.check(BookingStatus.DELIVERED).percentage(share -> share > 5));
    }

    private static void assertLawful(Booking before, Booking after, Step step) {
        if (after.status().needsClearance()) {
            assertThat(after.isPaid()).isTrue();
            assertThat(after.receipt()).isNotNull();
            assertThat(after.findAssignment()).hasValueSatisfying(moving -> assertThat(moving.clearanceId())
                    .isEqualTo(decisionAbout(moving)));
        }
        if (before.status().isTerminal()) {
            assertThat(after.status()).isEqualTo(before.status());
        }
        if (after.status() == BookingStatus.AT_BORDER) {
            assertThat(after.order().kind()).isEqualTo(BookingKind.CARGO_INTERNATIONAL);
        }
        if (after.status() == BookingStatus.AT_BORDER && before.status() != BookingStatus.AT_BORDER) {
            assertThat(step.actor()).isEqualTo(Bookings.inspector());
        }
        if (after.status() == BookingStatus.FAILED) {
            assertThat(after.isPaid()).isFalse();
        }
        if (before.isPaid()) {
            assertThat(after.milestones().paidAt())
                    .isEqualTo(before.milestones().paidAt());
        }
        assertThat(after.version() - before.version()).isBetween(0L, 1L);
        assertThat(after.order()).isEqualTo(orderAfter(before, step, after));
        assertInOrder(after.milestones());
        if (after.stars() != null) {
            assertThat(after.status()).isEqualTo(BookingStatus.DELIVERED);
        }
    }

    /** Nothing leaves while it is held, seals and holds stay on record, and after the departure only customs touch them. */
    private static void assertLawfulAtCustoms(Booking before, Booking after, Step step) {
        if (!after.customs().listOpenHolds().isEmpty()) {
            assertThat(after.status()).isEqualTo(BookingStatus.AT_BORDER);
        }
        if (!before.customs().equals(after.customs())) {
            assertThat(after.order().kind()).isEqualTo(BookingKind.CARGO_INTERNATIONAL);
            boolean declared = before.status() == BookingStatus.ASSIGNED
                    || !before.status().needsClearance();
            List<Actor> lawful =
                    declared ? List.of(Bookings.sender(), Bookings.inspector()) : List.of(Bookings.inspector());
            assertThat(lawful).contains(step.actor());
        }
        assertThat(after.customs().seals()).extracting(Seal::number).doesNotHaveDuplicates();
        assertOnlyAddedTo(before.customs().seals(), after.customs().seals(), Seal::number);
        assertOnlyAddedTo(before.customs().holds(), after.customs().holds(), Hold::holdId);
        before.customs().seals().stream()
                .filter(seal -> seal.broken() != null)
                .forEach(broken -> assertThat(after.customs().seals()).contains(broken));
        before.customs().holds().stream()
                .filter(hold -> hold.released() != null)
                .forEach(released -> assertThat(after.customs().holds()).contains(released));
    }

    private static <T> void assertOnlyAddedTo(List<T> before, List<T> after, Function<T, Object> id) {
        assertThat(after.stream().limit(before.size()).map(id).toList())
                .isEqualTo(before.stream().map(id).toList());
    }

    /** Only a draft is edited, and an edit leaves who booked, when and under which names. */
    private static Order orderAfter(Booking before, Step step, Booking after) {
        boolean edited = after.version() > before.version() && step.command() instanceof Edit;
        if (!edited) {
            return before.order();
        }
        assertThat(before.status()).isEqualTo(BookingStatus.DRAFT);
        return before.order().editedTo(after.order());
    }

    private static void assertInOrder(Milestones reached) {
        assertThat(Stream.of(
                                reached.confirmedAt(),
                                reached.paidAt(),
                                reached.manifestAcceptedAt(),
                                reached.pickedUpAt(),
                                reached.deliveredAt())
                        .filter(Objects::nonNull))
                .isSorted();
    }

    /** Mostly the one who may, so that lives get far; else anybody. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> rightful = commands().map(command -> new Step(command, Bookings.rightful(command)));
        Arbitrary<Step> anyone = Combinators.combine(commands(), actors()).as(Step::new);
        return Arbitraries.frequencyOf(Tuple.of(9, rightful), Tuple.of(1, anyone))
                .list();
    }

    /** Ends are rare, so that lives get far. */
    private static Arbitrary<Command> commands() {
        Arbitrary<Command> onward = Arbitraries.of(
                new Confirm(),
                new RecordReceipt(Bookings.LOCAL),
                new RecordReceipt(Bookings.OFFICIAL),
                new RequestAssignment(ASKED),
                new RequestAssignment(OTHER),
                clearance(ASKED),
                clearance(OTHER),
                new RefuseDispatch(ASKED.driverId(), ASKED.vehicleId(), "licence expired"),
                new RefuseDispatch(OTHER.driverId(), OTHER.vehicleId(), "licence expired"),
                new Edit(Bookings.draft(BookingKind.RIDE).order()),
                new Rate(5));
        Arbitrary<Command> recorded = Arbitraries.of(RECORDED).flatMap(LifecycleProperties::recordedAt);
        Arbitrary<Command> lapse = Arbitraries.of(new LapseClearance("licence revoked"));
        Arbitrary<Command> end = Arbitraries.of(new Fail("payment timeout"), new Cancel("changed my mind"));
        return Arbitraries.frequencyOf(
                Tuple.of(120, onward),
                Tuple.of(80, recorded),
                Tuple.of(60, customs()),
                Tuple.of(3, lapse),
                Tuple.of(1, end));
    }

    private static Arbitrary<Command> customs() {
        return Arbitraries.of(
                new GiveCarnet("RCTG/RW/1"),
                new GiveCarnet("RCTG/RW/2"),
                new PlaceSeal("RRA-1", SealKind.CUSTOMS),
                new PlaceSeal("RRA-2", SealKind.RECTS),
                new BreakSeal("RRA-1", "wire cut", "RRA-3", null),
                new BreakSeal("RRA-2", "opened to look inside", null, null),
                new ArriveAtBorder("inspection"),
                new HoldAtBorder(new UUID(0, 20), "papers missing"),
                new HoldAtBorder(new UUID(0, 21), "weight differs"),
                new ReleaseHold(new UUID(0, 20), "papers shown"),
                new ReleaseHold(new UUID(0, 21), "weighed again"),
                new LeaveBorder(null));
    }

    private static Arbitrary<Command> recordedAt(Instant time) {
        return Arbitraries.of(
                new RecordPayment(time),
                new AcceptManifest(time),
                new PickUp(Proof.at(time)),
                new Deliver(Proof.at(time)),
                new Deliver(new Proof(time, Proof.Code.RIGHT, null)));
    }

    private static Arbitrary<Actor> actors() {
        return Arbitraries.of(
                new Platform(),
                Bookings.sender(),
                Bookings.driver(),
                Bookings.dispatcher(),
                Bookings.inspector(),
                Bookings.person(OTHER.driverId(), Role.DRIVER),
                Bookings.person(new UUID(0, 99), Role.PLATFORM_ADMIN, Role.SENDER));
    }

    /** Each driver has a clearance of his own, so that a mix-up shows. */
    private static ClearDispatch clearance(Assignment asked) {
        return new ClearDispatch(decisionAbout(asked), asked.driverId(), asked.vehicleId());
    }

    private static UUID decisionAbout(Assignment asked) {
        return new UUID(1, asked.driverId().getLeastSignificantBits());
    }
}
