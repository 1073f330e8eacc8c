package rw.ishemalink.analytics.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.analytics.cube.Period;

/** Who leads, and what becomes of it when deliveries are taken back. */
class DriversAreRankedTest {

    private static final int TENTH = Period.begin(LocalDate.of(2026, 3, 10));
    private static final Board TODAY = Board.of("ishemalink", Period.DAY, TENTH);
    private static final Board EVER = Board.of("ishemalink", Period.ALL, 0);

    private final UUID uwase = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private final UUID mugisha = UUID.fromString("f0000000-0000-7000-8000-000000000002");
    private final UUID fleet = new UUID(9, 9);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path stateDir;

    @SuppressWarnings("NullAway.Init")
    private Drivers drivers;

    @BeforeEach
    void open() {
        drivers = new Drivers(stateDir);
    }

    @AfterEach
    void close() {
        drivers.close();
    }

    @Test
    void who_delivers_more_leads_and_of_equals_who_earned_more() {
        drivers.hear(Delivery.by(uwase).told(), Delivery.by(mugisha).told());
        assertThat(drivers.rank(uwase, TODAY, By.DELIVERIES)).isEqualTo(1);

        drivers.hear(
                Delivery.by(mugisha).costing(100).told(), Delivery.by(uwase).told());
        assertThat(drivers.top(TODAY, By.DELIVERIES, 10))
                .extracting(Standing::driver)
                .containsExactly(uwase, mugisha);

        drivers.hear(Delivery.by(mugisha).costing(100).told());
        assertThat(drivers.top(TODAY, By.DELIVERIES, 1))
                .containsExactly(new Standing(mugisha, 3, 1_500, 12_000, 0, 0, 0, 0));
        assertThat(drivers.rank(uwase, TODAY, By.DELIVERIES)).isEqualTo(2);
        assertThat(drivers.rank(uwase, TODAY, By.REVENUE)).isEqualTo(1);
    }

    @Test
    void a_cancelled_delivery_takes_its_driver_from_the_board() {
        Delivery potatoes = Delivery.by(uwase);
        drivers.hear(potatoes.told(), Delivery.by(mugisha).costing(1).told());
        assertThat(drivers.rank(mugisha, TODAY, By.DELIVERIES)).isEqualTo(2);

        drivers.hear(potatoes.cancelled().insteadOf(potatoes));

        assertThat(drivers.rank(uwase, TODAY, By.DELIVERIES)).isZero();
        assertThat(drivers.rank(mugisha, TODAY, By.DELIVERIES)).isEqualTo(1);
        assertThat(drivers.index().entries()).isEqualTo(6);
    }

    @Test
    void a_delivery_that_was_another_drivers_moves_to_that_one() {
        Delivery potatoes = Delivery.by(uwase);
        drivers.hear(potatoes.told(), potatoes.insteadBy(mugisha).insteadOf(potatoes));

        assertThat(drivers.top(EVER, By.DELIVERIES, 10))
                .extracting(Standing::driver)
                .containsExactly(mugisha);
    }

    @Test
    void a_district_and_an_operator_have_boards_of_their_own() {
        drivers.hear(
                Delivery.by(uwase).from("11").told(),
                Delivery.by(uwase).drivenFor(fleet).told(),
                Delivery.by(mugisha).from("11").drivenFor(fleet).told());

        assertThat(drivers.top(TODAY.from("RW-25"), By.DELIVERIES, 10))
                .containsExactly(new Standing(uwase, 1, 500, 11_800, 0, 0, 0, 0));
        assertThat(drivers.rank(mugisha, TODAY.drivenFor(fleet.toString()), By.DELIVERIES))
                .isEqualTo(2);
        assertThat(drivers.rank(uwase, TODAY, By.DELIVERIES)).isEqualTo(1);
        assertThat(drivers.isIndexed(TODAY.from("RW-25").drivenFor(fleet.toString())))
                .isFalse();
    }

    @Test
    void one_rating_of_five_stars_does_not_lead_five_of_four() {
        drivers.hear(Delivery.by(uwase).rated(5).told());
        for (int i = 0; i < By.ENOUGH; i++) {
            drivers.hear(Delivery.by(mugisha).rated(4).told());
        }

        assertThat(drivers.top(TODAY, By.RATING, 10))
                .extracting(Standing::driver)
                .containsExactly(mugisha);
        assertThat(drivers.rank(uwase, TODAY, By.RATING)).isZero();
    }

    @Test
    void who_is_on_time_more_often_leads_however_much_the_other_drives() {
        Instant noon = Instant.parse("2026-03-10T10:00:00Z");
        for (int i = 0; i < By.ENOUGH; i++) {
            drivers.hear(Delivery.by(uwase).promisedFor(noon).told());
            drivers.hear(Delivery.by(mugisha).promisedFor(noon).told());
            drivers.hear(Delivery.by(mugisha).promisedFor(noon.minusSeconds(1)).told());
        }

        assertThat(drivers.rank(uwase, TODAY, By.ON_TIME)).isEqualTo(1);
        assertThat(drivers.rank(mugisha, TODAY, By.ON_TIME)).isEqualTo(2);
        assertThat(drivers.rank(mugisha, TODAY, By.DELIVERIES)).isEqualTo(1);
    }

    @Test
    void a_tenant_sees_its_own_and_the_state_sees_all_together() {
        drivers.hear(
                Delivery.by(uwase).told(),
                Delivery.by(mugisha).of("safeboda").told(),
                Delivery.by(mugisha).told());

        assertThat(drivers.rank(mugisha, TODAY, By.DELIVERIES)).isEqualTo(2);
        assertThat(drivers.rank(mugisha, Board.of(Board.ALL_TENANTS, Period.DAY, TENTH), By.DELIVERIES))
                .isEqualTo(1);
    }

    @Test
    void a_board_of_last_week_is_let_go_and_what_comes_late_does_not_bring_it_back() {
        drivers.hear(Delivery.by(uwase).told());
        assertThat(drivers.isIndexed(TODAY)).isTrue();

        Instant weekLater = Instant.parse("2026-03-17T10:00:00Z");
        drivers.at(weekLater);
        drivers.hear(Delivery.by(mugisha).at(weekLater).told());
        drivers.hear(Delivery.by(mugisha).told());

        assertThat(drivers.isIndexed(TODAY)).isFalse();
        assertThat(drivers.isIndexed(Board.of("ishemalink", Period.DAY, Period.DAY.begin(weekLater))))
                .isTrue();
        assertThat(drivers.rank(mugisha, EVER, By.DELIVERIES)).isEqualTo(1);
    }

    @Test
    void a_copy_without_an_index_answers_the_same_from_the_cells() {
        drivers.hear(Delivery.by(uwase).from("11").told());
        drivers.hear(Delivery.by(uwase).drivenFor(fleet).told());
        drivers.hear(Delivery.by(mugisha).of("safeboda").told());
        drivers.hear(Delivery.by(mugisha).drivenFor(fleet).told());

        for (Board board : List.of(
                TODAY,
                EVER,
                TODAY.from("RW-11"),
                EVER.drivenFor(fleet.toString()),
                Board.of(Board.ALL_TENANTS, Period.ALL, 0))) {
            for (BoardQuery query : List.of(
                    BoardQuery.top(board, By.DELIVERIES, 10),
                    BoardQuery.standingOf(uwase, board, By.REVENUE),
                    BoardQuery.before(Standing.none(uwase), board, By.DELIVERIES))) {
                assertThat(drivers.index().find(query)).contains(drivers.fromCells(query));
            }
        }
    }

    @Test
    void who_takes_a_partition_over_ranks_as_who_had_it() {
        drivers.hear(Delivery.by(uwase).told());
        drivers.hear(Delivery.by(mugisha).of("safeboda").drivenFor(fleet).told());
        drivers.hear(Delivery.by(mugisha).told(), Delivery.by(mugisha).told());
        Instant later = Instant.parse("2026-03-18T10:00:00Z");
        drivers.at(later);
        drivers.hear(Delivery.by(uwase).at(later).told());
        long before = drivers.index().entries();

        drivers.beginAnew();

        assertThat(drivers.rank(uwase, EVER, By.DELIVERIES)).isEqualTo(1);
        assertThat(drivers.rank(mugisha, EVER, By.DELIVERIES)).isEqualTo(2);
        assertThat(drivers.isIndexed(TODAY)).isFalse();
        assertThat(drivers.index().entries()).isEqualTo(before);

        drivers.hear(Delivery.by(mugisha).told());
        assertThat(drivers.rank(mugisha, EVER, By.DELIVERIES)).isEqualTo(1);
    }
}
