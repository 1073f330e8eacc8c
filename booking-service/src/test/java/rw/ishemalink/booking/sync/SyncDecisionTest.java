package rw.ishemalink.booking.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rw.ishemalink.booking.lifecycle.Actor;
import rw.ishemalink.booking.lifecycle.Assignment;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Command;
import rw.ishemalink.booking.lifecycle.Contact;
import rw.ishemalink.booking.lifecycle.Customs;
import rw.ishemalink.booking.lifecycle.Lifecycle;
import rw.ishemalink.booking.lifecycle.Milestones;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Outcome;
import rw.ishemalink.booking.lifecycle.Proof;
import rw.ishemalink.booking.lifecycle.Receipt;
import rw.ishemalink.booking.lifecycle.Refusal;
import rw.ishemalink.booking.sync.SyncDecision.Done;
import rw.ishemalink.booking.sync.SyncDecision.Refuse;
import rw.ishemalink.booking.sync.SyncDecision.Wait;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Price;
import rw.ishemalink.booking.terms.TaxClass;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.kit.caller.Role;

/** The whole table: what becomes of each action that meets a booking of each status, as the lifecycle answers it. */
class SyncDecisionTest {

    private static final String TABLE = """
            action           DRAFT   CONFIRMED PAID    ASSIGNED IN_TRANSIT AT_BORDER DELIVERED FAILED  CANCELLED
            CONFIRM          done    already   already already  already    already   already   already refuse
            ACCEPT_MANIFEST  wait    wait      wait    done     refuse     refuse    refuse    refuse  refuse
            PICKUP           wait    wait      wait    done     already    already   already   refuse  refuse
            DELIVER          wait    wait      wait    wait     done       wait      already   refuse  refuse
            CANCEL           done    done      done    done     refuse     refuse    refuse    refuse  already
            """;

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final UUID SENDER = new UUID(0, 1);
    private static final UUID DRIVER = new UUID(0, 2);
    private static final Actor PERSON = new Actor.Person(SENDER, Set.of(Role.SENDER), null);
    private static final Actor DRIVING = new Actor.Person(DRIVER, Set.of(Role.DRIVER), null);

    @TestFactory
    Stream<DynamicTest> each_action_at_each_status() {
        List<String[]> rows = TABLE.lines().map(line -> line.split(" +")).toList();
        String[] statuses = rows.getFirst();
        return rows.stream().skip(1).flatMap(row -> Stream.iterate(1, i -> i < row.length, i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(row[0] + " at " + statuses[i], () -> {
                    Booking booking = booking(BookingStatus.valueOf(statuses[i]));
                    assertThat(told(ActionKind.valueOf(row[0]), booking)).isEqualTo(row[i]);
                })));
    }

    @Test
    void a_manifest_that_was_accepted_before_the_pickup_stays_accepted() {
        Milestones accepted = new Milestones(NOW, NOW, NOW, NOW, null);
        assertThat(told(ActionKind.ACCEPT_MANIFEST, booking(BookingStatus.IN_TRANSIT, accepted)))
                .isEqualTo("already");
    }

    @Test
    void who_may_not_is_refused_even_where_it_is_so() {
        SyncDecision decision =
                SyncDecision.of(ActionKind.PICKUP, booking(BookingStatus.IN_TRANSIT), Refusal.NOT_ALLOWED);
        assertThat(decision).isEqualTo(new Refuse(new Reason(403, "not-your-action", List.of())));
    }

    @Test
    void a_wrong_code_is_not_tried_again() {
        for (Refusal refusal : List.of(Refusal.CODE_NEEDED, Refusal.CODE_WRONG, Refusal.CODE_LOCKED)) {
            assertThat(SyncDecision.of(ActionKind.DELIVER, booking(BookingStatus.IN_TRANSIT), refusal))
                    .isInstanceOf(Refuse.class);
        }
    }

    @Test
    void what_waits_says_why() {
        assertThat(SyncDecision.of(ActionKind.DELIVER, booking(BookingStatus.ASSIGNED), Refusal.WRONG_STATUS))
                .isEqualTo(new Wait(new Reason(409, "wrong-status", List.of("ASSIGNED"))));
    }

    private static String told(ActionKind kind, Booking booking) {
        Outcome outcome =
                switch (kind) {
                    case CONFIRM -> Lifecycle.decide(booking, new Command.Confirm(), PERSON, NOW);
                    case CANCEL -> Lifecycle.decide(booking, new Command.Cancel("rain"), PERSON, NOW);
                    case ACCEPT_MANIFEST -> Lifecycle.decide(booking, new Command.AcceptManifest(NOW), DRIVING, NOW);
                    case PICKUP -> Lifecycle.decide(booking, new Command.PickUp(Proof.at(NOW)), DRIVING, NOW);
                    case DELIVER ->
                        Lifecycle.decide(
                                booking, new Command.Deliver(new Proof(NOW, Proof.Code.RIGHT, null)), DRIVING, NOW);
                    case CREATE, POSITIONS -> throw new IllegalArgumentException("acts on no booking");
                };
        return switch (outcome) {
            case Outcome.Changed _ -> "done";
            case Outcome.Unchanged _ -> "already";
            case Outcome.Refused(var refusal) ->
                switch (SyncDecision.of(kind, booking, refusal)) {
                    case Done(var already) -> already ? "already" : "done";
                    case Wait _ -> "wait";
                    case Refuse _ -> "refuse";
                };
        };
    }

    private static Booking booking(BookingStatus status) {
        boolean confirmed = status != BookingStatus.DRAFT && status != BookingStatus.CANCELLED;
        boolean moved = List.of(BookingStatus.IN_TRANSIT, BookingStatus.AT_BORDER, BookingStatus.DELIVERED)
                .contains(status);
        return booking(
                status, new Milestones(confirmed ? NOW : null, moved ? NOW : null, null, moved ? NOW : null, null));
    }

    private static Booking booking(BookingStatus status, Milestones milestones) {
        Place place = new Place(null, "RW", null, null, "somewhere");
        Terms terms = new Terms(
                BookingKind.CARGO_DOMESTIC, place, place, null, null, 1, new Price(118, 18, TaxClass.B, "TEST-1"));
        Order order = new Order(
                new UUID(0, 3),
                "ishemalink",
                "ISH-00000000",
                new Contact(SENDER, "+250788000001", null, "rw"),
                "+250788000001",
                terms,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                NOW);
        Assignment assignment = new Assignment(DRIVER, new UUID(0, 4), "RAB 123 C", null, new UUID(0, 5));
        return new Booking(
                order, status, 1, assignment, new Receipt("1", NOW, true), null, milestones, null, Customs.NONE);
    }

    @Test
    void the_table_knows_every_status() {
        String[] statuses = TABLE.lines().findFirst().orElseThrow().split(" +");
        assertThat(statuses).hasSize(BookingStatus.values().length + 1);
        assertThat(statuses)
                .contains(Arrays.stream(BookingStatus.values()).map(Enum::name).toArray(String[]::new));
    }
}
