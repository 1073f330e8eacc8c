package rw.ishemalink.analytics.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.customers.Behavior.ActiveMonth;
import rw.ishemalink.analytics.customers.Behavior.Cohort;

/** What is shown of customers, and what is not. */
class BehaviorsTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String OURS = "ishemalink";

    private final Map<Cell, Sums> cells = new HashMap<>();

    @Test
    void a_cohort_says_who_came_back_and_how_much_was_bought() {
        customers(30, OURS, "RIDE", JANUARY);
        customers(20, OURS, "RIDE", JANUARY, FEBRUARY);

        Behavior behavior = shown();

        Cohort january = behavior.cohorts().getFirst();
        assertThat(behavior.cohorts()).hasSize(1);
        assertThat(january.firstMonth()).isEqualTo(JANUARY);
        assertThat(january.people()).isEqualTo(50);
        assertThat(january.bookings()).isEqualTo(OptionalLong.of(70));
        assertThat(january.grossFrancs()).isEqualTo(OptionalLong.of(70_000));
        assertThat(january.bookingsPerPerson()).isEqualTo(OptionalDouble.of(1.4));
        assertThat(january.repeatShare()).isEqualTo(OptionalDouble.of(0.4));
        assertThat(january.months()).containsExactly(new ActiveMonth(0, 50, 1), new ActiveMonth(1, 20, 0.4));
        assertThat(behavior.total().people()).isEqualTo(50);
        assertThat(behavior.total().repeatShare()).isEqualTo(OptionalDouble.of(0.4));
    }

    @Test
    void nine_people_are_not_shown_and_in_no_total() {
        customers(9, OURS, "RIDE", JANUARY);
        assertThat(shown().cohorts()).isEmpty();
        assertThat(shown().total().people()).isZero();
        assertThat(shown().total().bookingsPerPerson()).isEmpty();
    }

    @Test
    void a_small_cohort_takes_another_with_it_so_that_no_total_gives_it_away() {
        customers(9, OURS, "RIDE", JANUARY);
        customers(40, OURS, "RIDE", FEBRUARY);
        customers(12, OURS, "RIDE", MARCH);

        assertThat(shown().cohorts()).extracting(Cohort::firstMonth).containsExactly(FEBRUARY);
        assertThat(shown().total().people()).isEqualTo(40);
    }

    @Test
    void small_cohorts_that_are_many_together_hide_each_other() {
        customers(6, OURS, "RIDE", JANUARY);
        customers(6, OURS, "RIDE", FEBRUARY);
        customers(12, OURS, "RIDE", MARCH);

        assertThat(shown().cohorts()).extracting(Cohort::firstMonth).containsExactly(MARCH);
    }

    @Test
    void what_is_left_out_does_not_depend_on_the_months_that_are_asked_for() {
        customers(9, OURS, "RIDE", JANUARY);
        customers(40, OURS, "RIDE", FEBRUARY);
        customers(12, OURS, "RIDE", MARCH);

        assertThat(Behaviors.of(cells, Cohorts.ALL_KINDS, MARCH::equals).cohorts())
                .isEmpty();
    }

    @Test
    void how_many_came_back_is_not_told_when_nearly_all_or_nearly_none_did() {
        customers(30, OURS, "RIDE", JANUARY, FEBRUARY);
        customers(3, OURS, "RIDE", JANUARY);
        customers(30, OURS, "RIDE", MARCH);
        customers(3, OURS, "RIDE", MARCH, MARCH.plusMonths(1));

        for (Cohort cohort : shown().cohorts()) {
            assertThat(cohort.people()).isEqualTo(33);
            assertThat(cohort.repeatShare()).isEmpty();
            assertThat(cohort.months()).containsExactly(new ActiveMonth(0, 33, 1));
        }
        assertThat(shown().total().repeatShare()).isEmpty();
    }

    @Test
    void of_those_who_came_back_a_month_does_not_tell_the_few_who_did_not_come_in_it() {
        customers(30, OURS, "RIDE", JANUARY);
        customers(20, OURS, "RIDE", JANUARY, FEBRUARY);
        customers(3, OURS, "RIDE", JANUARY, MARCH);

        Cohort january = shown().cohorts().getFirst();
        assertThat(january.repeatShare()).isPresent();
        assertThat(january.months()).containsExactly(new ActiveMonth(0, 53, 1));
    }

    @Test
    void a_kind_that_nearly_all_buy_does_not_tell_the_few_who_do_not() {
        customers(40, OURS, "RIDE", JANUARY);
        customers(5, OURS, "TICKET", JANUARY);

        assertThat(Behaviors.of(cells, "RIDE", _ -> true).cohorts()).isEmpty();
        assertThat(Behaviors.of(cells, "TICKET", _ -> true).cohorts()).isEmpty();
        assertThat(shown().cohorts()).singleElement().satisfies(cohort -> assertThat(cohort.people())
                .isEqualTo(45));
    }

    @Test
    void of_one_kind_nothing_is_told_that_adds_up_to_all_kinds() {
        customers(40, OURS, "RIDE", JANUARY);
        customers(15, OURS, "TICKET", JANUARY);

        Cohort rides = Behaviors.of(cells, "RIDE", _ -> true).cohorts().getFirst();
        assertThat(rides.people()).isEqualTo(40);
        assertThat(rides.bookings()).isEmpty();
        assertThat(rides.grossFrancs()).isEmpty();
        assertThat(rides.bookingsPerPerson()).isEmpty();
    }

    @Test
    void of_all_tenants_only_what_may_be_shown_of_each_goes_in() {
        customers(30, OURS, "RIDE", JANUARY);
        customers(20, OURS, "RIDE", JANUARY, FEBRUARY);
        customers(5, "safeboda", "RIDE", JANUARY);
        customers(40, "yego", "RIDE", JANUARY);
        customers(4, "yego", "RIDE", JANUARY, FEBRUARY);

        Cohort january = shown().cohorts().getFirst();
        assertThat(january.people()).isEqualTo(50 + 44);
        assertThat(january.repeatShare()).isEmpty();
        assertThat(january.months()).containsExactly(new ActiveMonth(0, 94, 1));
    }

    private Behavior shown() {
        return Behaviors.of(cells, Cohorts.ALL_KINDS, _ -> true);
    }

    private void customers(int people, String tenant, String kind, YearMonth... months) {
        Customer customer = Customer.NEW;
        for (YearMonth month : List.of(months)) {
            Instant paidAt = month.atDay(15).atStartOfDay().toInstant(ZoneOffset.UTC);
            customer = customer.with(new Purchase(kind, paidAt, 1_000, false, 0, "RW-11", "RW-12", ""));
        }
        Map<Cell, Sums> one = Cohorts.of(tenant, customer);
        for (int i = 0; i < people; i++) {
            one.forEach((cell, sums) -> cells.merge(cell, sums, Sums::plus));
        }
    }
}
