package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rw.ishemalink.identity.fleet.PapersCheck.Outcome;
import rw.ishemalink.schemas.fleet.FleetChange;

class DriverMoveTest {

    private static final DriverFact NEW_PAPERS = new DriverFact.NewPapers();
    private static final DriverFact SUSPENDED = new DriverFact.Ordered(StatusOrder.SUSPENDED);
    private static final DriverFact REINSTATED = new DriverFact.Ordered(StatusOrder.ACTIVE);
    private static final DriverFact CLEARED = new DriverFact.Checked(Outcome.CLEARED);
    private static final DriverFact REFUSED = new DriverFact.Checked(Outcome.REFUSED);
    private static final DriverFact WAITING = new DriverFact.Checked(Outcome.WAITING);

    @Example
    void a_drivers_way_in_out_and_back() {
        List<DriverFact> way = List.of(WAITING, CLEARED, REFUSED, NEW_PAPERS, CLEARED, SUSPENDED, REINSTATED, CLEARED);

        List<FleetChange> told = new ArrayList<>();
        DriverStatus status = DriverStatus.PENDING;
        for (DriverFact fact : way) {
            DriverMove move = DriverMove.of(status, List.of(fact));
            status = move.after();
            if (move.changesStatus()) {
                told.add(move.change());
            }
        }
        assertThat(status).isEqualTo(DriverStatus.ACTIVE);
        assertThat(told)
                .containsExactly(
                        FleetChange.DRIVER_ONBOARDED,
                        FleetChange.DRIVER_REJECTED,
                        FleetChange.DRIVER_APPLIED,
                        FleetChange.DRIVER_ONBOARDED,
                        FleetChange.DRIVER_SUSPENDED,
                        FleetChange.DRIVER_REINSTATED,
                        FleetChange.DRIVER_ONBOARDED);
    }

    @Example
    void a_licence_that_is_good_again_brings_the_driver_back() {
        DriverMove move = DriverMove.of(DriverStatus.REJECTED, List.of(CLEARED));

        assertThat(move.after()).isEqualTo(DriverStatus.ACTIVE);
        assertThat(move.change()).isEqualTo(FleetChange.DRIVER_REINSTATED);
    }

    @Property
    void nobody_becomes_active_but_by_a_check_that_clears(
            @ForAll DriverStatus before, @ForAll("facts") List<DriverFact> facts) {
        DriverStatus status = before;
        for (DriverFact fact : facts) {
            DriverStatus after = DriverMove.of(status, List.of(fact)).after();
            if (after == DriverStatus.ACTIVE && status != DriverStatus.ACTIVE) {
                assertThat(fact).isEqualTo(CLEARED);
            }
            status = after;
        }
        assertThat(DriverMove.of(before, facts).after()).isEqualTo(status);
    }

    @Property
    void papers_that_nobody_checked_never_leave_a_driver_active(
            @ForAll DriverStatus before, @ForAll("facts") List<DriverFact> facts) {
        List<DriverFact> unchecked = Stream.concat(
                        Stream.concat(facts.stream(), Stream.of(NEW_PAPERS)),
                        facts.stream().filter(fact -> !(fact instanceof DriverFact.Checked)))
                .toList();

        assertThat(DriverMove.of(before, unchecked).after()).isNotEqualTo(DriverStatus.ACTIVE);
    }

    @Property
    void a_suspension_outlasts_everything_but_the_order_that_ends_it(@ForAll("facts") List<DriverFact> facts) {
        DriverMove move = DriverMove.of(
                DriverStatus.SUSPENDED,
                facts.stream().filter(fact -> !fact.equals(REINSTATED)).toList());

        assertThat(move.after()).isEqualTo(DriverStatus.SUSPENDED);
    }

    @Property
    void who_is_not_active_is_off_duty_and_who_comes_back_to_pending_is_checked(
            @ForAll DriverStatus before, @ForAll("facts") List<DriverFact> facts) {
        DriverMove move = DriverMove.of(before, facts);

        assertThat(move.findShiftEnd().isEmpty()).isEqualTo(move.after() == DriverStatus.ACTIVE);
        if (move.after() == DriverStatus.PENDING && before != DriverStatus.PENDING) {
            assertThat(move.asksForCheck()).isTrue();
        }
    }

    @Property
    void an_answer_that_waits_changes_nothing(@ForAll DriverStatus before) {
        DriverMove move = DriverMove.of(before, List.of(WAITING));

        assertThat(move).isEqualTo(new DriverMove(before, before, false));
    }

    @Provide
    Arbitrary<List<DriverFact>> facts() {
        return Arbitraries.of(NEW_PAPERS, SUSPENDED, REINSTATED, CLEARED, REFUSED, WAITING)
                .list()
                .ofMaxSize(8);
    }
}
