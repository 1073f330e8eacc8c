package rw.ishemalink.analytics.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** People are counted once, and what is told later corrects what was counted. */
class CustomersTest {

    private static final Instant MARCH = Instant.parse("2026-03-10T08:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-02T08:00:00Z");

    private final Customers customers = new Customers();

    @AfterEach
    void close() {
        customers.close();
    }

    @Test
    void two_bookings_of_one_customer_are_one_person_in_each_sum() {
        customers.hear(Sale.of("anna", MARCH).facts());
        customers.hear(Sale.of("anna", MARCH).facts());
        customers.hear(Sale.of("ben", MARCH).facts());

        Sums routes = summary(Period.MONTH, MARCH, "ROUTES", "origin=RW-25,destination=UG");
        assertThat(routes.get(Measure.PEOPLE)).isEqualTo(2);
        assertThat(routes.get(Measure.BOOKINGS)).isEqualTo(3);
        assertThat(routes.get(Measure.GROSS)).isEqualTo(3_000);
        assertThat(summary(Period.DAY, MARCH, "REVENUE", "kind=CARGO_DOMESTIC").get(Measure.PEOPLE))
                .isEqualTo(2);
        assertThat(summary(Period.DAY, MARCH, "COMMODITIES", "commodity=maize").get(Measure.PEOPLE))
                .isEqualTo(2);
    }

    @Test
    void a_delivery_counts_where_it_was_paid_for() {
        Sale sale = Sale.of("anna", MARCH);
        customers.hear(sale.facts());
        customers.hear(sale.now(BookingStatus.DELIVERED).facts());

        Sums day = summary(Period.DAY, MARCH, "COMMODITIES", "commodity=maize");
        assertThat(day.measures())
                .isEqualTo(Map.of(
                        Measure.PEOPLE,
                        1L,
                        Measure.BOOKINGS,
                        1L,
                        Measure.GROSS,
                        1_000L,
                        Measure.DELIVERED,
                        1L,
                        Measure.WEIGHT_KG,
                        500L));
    }

    @Test
    void when_the_first_booking_is_called_off_the_cohort_moves_on_and_when_an_earlier_one_comes_late_it_moves_back() {
        Sale first = Sale.of("anna", MARCH);
        customers.hear(first.facts());
        customers.hear(Sale.of("anna", APRIL).facts());
        assertThat(cohort("2026-03", "01").get(Measure.PEOPLE)).isOne();
        assertThat(cohort("2026-03", Cohorts.REPEATED).get(Measure.PEOPLE)).isOne();

        customers.hear(first.now(BookingStatus.CANCELLED).facts());
        assertThat(cohort("2026-03", Cohorts.EVER)).isEqualTo(Sums.ZERO);
        assertThat(cohort("2026-04", "00").get(Measure.PEOPLE)).isOne();
        assertThat(cohort("2026-04", Cohorts.REPEATED)).isEqualTo(Sums.ZERO);

        customers.hear(Sale.of("anna", MARCH.minusSeconds(86_400 * 30)).facts());
        assertThat(cohort("2026-04", Cohorts.EVER)).isEqualTo(Sums.ZERO);
        assertThat(cohort("2026-02", "02").get(Measure.PEOPLE)).isOne();
        assertThat(cohort("2026-02", Cohorts.EVER).get(Measure.BOOKINGS)).isEqualTo(2);
    }

    @Test
    void money_that_went_back_leaves_nothing() {
        Sale sale = Sale.of("anna", MARCH);
        customers.hear(sale.facts());
        customers.hear(sale.now(PaymentStatus.REFUNDED).facts());

        assertThat(customers.cells()).isEmpty();
        assertThat(customers.kept().values()).allMatch(Map::isEmpty);
    }

    @Test
    void who_is_forgotten_leaves_the_sums_and_nothing_else_whatever_comes_later() {
        Sale sale = Sale.of("anna", MARCH);
        customers.hear(sale.facts());
        customers.hear(Sale.of("ben", MARCH).facts());
        Map<Cell, Sums> before = customers.cells();
        Map<String, Map<Object, Object>> withBenOnly = keptOf("ben");

        customers.forget("ishemalink", "anna");
        customers.hear(sale.now(BookingStatus.DELIVERED).facts());
        customers.hear(Sale.of("anna", APRIL).facts());
        customers.hear(sale.of(null).now(BookingStatus.CANCELLED).facts());
        customers.forget("ishemalink", "anna");

        assertThat(customers.cells()).isEqualTo(before);
        Map<String, Map<Object, Object>> kept = customers.kept();
        assertThat(Objects.requireNonNull(kept.get(CustomerStream.CUSTOMERS)).remove("ishemalink\u0000anna"))
                .isEqualTo(Customer.FORGOTTEN);
        assertThat(kept).isEqualTo(withBenOnly);
    }

    @Test
    void a_person_is_forgotten_by_the_tenant_that_was_asked() {
        customers.hear(Sale.of("anna", MARCH).facts());
        customers.forget("safeboda", "anna");
        customers.hear(Sale.of("anna", MARCH).facts());

        assertThat(cohort("2026-03", "00").get(Measure.BOOKINGS)).isEqualTo(2);
    }

    private Map<String, Map<Object, Object>> keptOf(String customer) {
        Map<String, Map<Object, Object>> kept = customers.kept();
        kept.values()
                .forEach(store -> store.keySet().removeIf(key -> !key.toString().contains(customer)));
        return kept;
    }

    private Sums summary(Period period, Instant at, String summary, String group) {
        return sums(new Cell(Aggregate.SUMMARIES, "ishemalink", period, period.begin(at), List.of(summary, group)));
    }

    private Sums cohort(String firstMonth, String monthsLater) {
        return sums(new Cell(
                Aggregate.COHORTS, "ishemalink", Period.ALL, 0, List.of(firstMonth, monthsLater, Cohorts.ALL_KINDS)));
    }

    private Sums sums(Cell cell) {
        return customers.cells().getOrDefault(cell, Sums.ZERO);
    }
}
