package rw.ishemalink.local.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private static final Habits HABITS = new Habits(0.1, 2, 10, 10, 8, 10, 0.5, 0.5);
    private static final Costs COSTS = Costs.measured();

    @Test
    void the_peak_follows_from_the_busiest_hour_and_its_bursts() {
        Demand demand = Demand.of(360_000, HABITS);

        // A tenth of them in an hour are ten a second, twice as many in its busiest minutes.
        assertThat(demand.bookingsPerSecond()).isEqualTo(20, within(1e-9));
        assertThat(demand.questionsPerSecond()).isEqualTo(200, within(1e-9));
    }

    @Test
    void positions_follow_from_the_vehicles_that_so_many_trips_need() {
        Demand demand = Demand.of(360_000, HABITS);

        // 36,000 vehicles; half of them at the peak, each every ten seconds; eight hours each.
        assertThat(demand.fixesPerSecond()).isEqualTo(1_800, within(1e-9));
        assertThat(demand.fixesPerDay()).isEqualTo(36_000 * 8 * 360.0, within(1e-6));
    }

    @Test
    void everything_grows_with_bookings_in_proportion() {
        Demand one = Demand.of(100_000, HABITS);
        Demand three = Demand.of(300_000, HABITS);
        Cores few = Cores.of(one, COSTS);
        Cores many = Cores.of(three, COSTS);

        assertThat(many.services()).isEqualTo(3 * few.services(), within(1e-6));
        assertThat(many.database()).isEqualTo(3 * few.database(), within(1e-6));
        assertThat(many.brokers()).isEqualTo(3 * few.brokers(), within(1e-6));
        Storage little = Storage.of(one, COSTS, Keeping.declared());
        Storage much = Storage.of(three, COSTS, Keeping.declared());
        assertThat(much.topics()).isEqualTo(3 * little.topics(), within(1.0));
        assertThat(much.perYear()).isEqualTo(3 * little.perYear(), within(1.0));
        assertThat(much.standing()).isEqualTo(3 * little.standing(), within(1.0));
        assertThat(much.logPerDay()).isEqualTo(3 * little.logPerDay(), within(1.0));
    }

    @Test
    void no_phase_has_fewer_machines_than_survive_the_loss_of_one() {
        assertThat(Arrays.stream(Phase.values()).filter(phase -> phase != Phase.DEVELOPMENT))
                .allSatisfy(phase -> {
                    Demand demand = Demand.of((double) phase.bookingsPerDay(), HABITS);
                    Machines machines = Machines.of(phase, Cores.of(demand, COSTS), demand, COSTS, HABITS);
                    assertThat(machines.services()).isGreaterThanOrEqualTo(3);
                    assertThat(machines.brokers()).isGreaterThanOrEqualTo(3);
                    assertThat(machines.instances()).isGreaterThanOrEqualTo(2);
                });
    }

    @Test
    void each_instance_has_a_partition_to_read() {
        assertThat(Phase.values()).allSatisfy(phase -> {
            Demand demand = Demand.of((double) phase.bookingsPerDay(), HABITS);
            Machines machines = Machines.of(phase, Cores.of(demand, COSTS), demand, COSTS, HABITS);
            assertThat(machines.partitions()).isGreaterThanOrEqualTo(machines.instances());
        });
    }

    @Test
    void phases_never_shrink() {
        assertThat(Phase.values())
                .isSortedAccordingTo((one, other) ->
                        Long.compare(one.bookingsPerDay() * one.cells(), other.bookingsPerDay() * other.cells()));
    }
}
