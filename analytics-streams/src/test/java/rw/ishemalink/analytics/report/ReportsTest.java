package rw.ishemalink.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.analytics.cube.Aggregate.COHORTS;
import static rw.ishemalink.analytics.cube.Aggregate.COMPLIANCE;
import static rw.ishemalink.analytics.cube.Aggregate.DRIVERS;
import static rw.ishemalink.analytics.cube.Aggregate.PATTERNS;
import static rw.ishemalink.analytics.cube.Aggregate.PAYMENTS;
import static rw.ishemalink.analytics.cube.Aggregate.REVENUE;
import static rw.ishemalink.analytics.cube.Measure.BOOKINGS;
import static rw.ishemalink.analytics.cube.Measure.CALLED_OFF;
import static rw.ishemalink.analytics.cube.Measure.COMMISSION;
import static rw.ishemalink.analytics.cube.Measure.CREATED;
import static rw.ishemalink.analytics.cube.Measure.DELIVERED;
import static rw.ishemalink.analytics.cube.Measure.GROSS;
import static rw.ishemalink.analytics.cube.Measure.ON_TIME;
import static rw.ishemalink.analytics.cube.Measure.PAYMENTS_FAILED;
import static rw.ishemalink.analytics.cube.Measure.PAYMENTS_SUCCEEDED;
import static rw.ishemalink.analytics.cube.Measure.PAYMENT_ATTEMPTS;
import static rw.ishemalink.analytics.cube.Measure.PEOPLE;
import static rw.ishemalink.analytics.cube.Measure.PROMISED;
import static rw.ishemalink.analytics.cube.Measure.RATED;
import static rw.ishemalink.analytics.cube.Measure.RECEIPTS;
import static rw.ishemalink.analytics.cube.Measure.RECEIPTS_LATE;
import static rw.ishemalink.analytics.cube.Measure.STARS;
import static rw.ishemalink.analytics.cube.Measure.VAT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Measure;

/** What stands in which report, and that totals are right. */
class ReportsTest {

    private static final ReportDays OCTOBER =
            new ReportDays(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));
    private final Shelf shelf = new Shelf();

    @Test
    void revenue_is_told_by_day_kind_provider_and_operator_with_what_is_left_after_vat() {
        shelf.day(REVENUE, "ours", "2026-10-02", List.of("RIDE", "MTN", "op"), money(2, 11_800, 1_800, 1_000))
                .day(REVENUE, "ours", "2026-10-02", List.of("TICKET", "AIRTEL", ""), money(1, 5_900, 900, 500))
                .day(REVENUE, "theirs", "2026-10-02", List.of("RIDE", "MTN", ""), money(9, 9, 0, 0));

        Report report = make(ReportKind.REVENUE);

        assertThat(section(report, "revenue-by-time").rows())
                .hasSize(31)
                .contains(List.of("2026-10-02", 17_700L, 3L, 2_700L, 15_000L, 1_500L))
                .contains(List.of("2026-10-01", 0L, 0L, 0L, 0L, 0L));
        assertThat(section(report, "revenue-by-kind").rows())
                .containsExactly(
                        List.of("RIDE", 11_800L, 2L, 1_800L, 10_000L, 1_000L),
                        List.of("TICKET", 5_900L, 1L, 900L, 5_000L, 500L));
        assertThat(section(report, "revenue-by-kind").totals())
                .containsExactly("", 17_700L, 3L, 2_700L, 15_000L, 1_500L);
        assertThat(section(report, "revenue-by-operator").rows())
                .extracting(List::getFirst)
                .containsExactly("op", "");
    }

    @Test
    void a_share_of_the_total_is_that_of_all_and_not_the_mean_of_the_shares() {
        shelf.day(PAYMENTS, "ours", "2026-10-02", List.of("MTN"), payments(9, 1, 12))
                .day(PAYMENTS, "ours", "2026-10-03", List.of("AIRTEL"), payments(0, 2, 2));

        Section payments = section(make(ReportKind.REVENUE), "payments-by-provider");

        assertThat(payments.rows())
                .containsExactly(
                        List.of("AIRTEL", 0L, 2L, new BigDecimal("0.0"), new BigDecimal("1.00")),
                        List.of("MTN", 9L, 1L, new BigDecimal("90.0"), new BigDecimal("1.20")));
        assertThat(payments.totals()).containsExactly("", 9L, 3L, new BigDecimal("75.0"), new BigDecimal("1.17"));
    }

    @Test
    void a_share_of_nothing_is_not_told() {
        shelf.day(DRIVERS, "ours", "2026-10-02", List.of("driver", "", "25"), Map.of(DELIVERED, 1L));
        assertThat(section(make(ReportKind.DRIVER_PERFORMANCE), "drivers")
                        .rows()
                        .getFirst())
                .containsExactly("driver", 1L, 0L, 0L, "", "", "", "");
    }

    @Test
    void drivers_come_in_the_order_of_their_deliveries_with_stars_and_punctuality() {
        shelf.day(DRIVERS, "ours", "2026-10-02", List.of("a", "", "25"), Map.of(DELIVERED, 1L))
                .day(
                        DRIVERS,
                        "ours",
                        "2026-10-02",
                        List.of("b", "", "25"),
                        Map.of(DELIVERED, 3L, PROMISED, 3L, ON_TIME, 2L, RATED, 2L, STARS, 9L));

        Section drivers = section(make(ReportKind.DRIVER_PERFORMANCE), "drivers");

        assertThat(drivers.rows()).extracting(List::getFirst).containsExactly("b", "a");
        assertThat(drivers.rows().getFirst())
                .containsExactly("b", 3L, 0L, 0L, new BigDecimal("66.7"), new BigDecimal("4.50"), "", "");
    }

    @Test
    void a_table_that_is_cut_says_how_much_is_left_and_counts_it_in_its_totals() {
        for (int i = 0; i < 103; i++) {
            shelf.day(DRIVERS, "ours", "2026-10-02", List.of("d" + i, "", "25"), Map.of(DELIVERED, 1L));
        }
        Section drivers = section(make(ReportKind.DRIVER_PERFORMANCE), "drivers");
        assertThat(drivers.rows()).hasSize(100);
        assertThat(drivers.left()).isEqualTo(3);
        assertThat(drivers.totals().get(1)).isEqualTo(103L);
    }

    @Test
    void how_long_a_route_takes_is_half_of_them_at_most_and_nine_of_ten_at_most() {
        List<String> route = List.of("25", "11", "CARGO_DOMESTIC");
        shelf.deliveries("2026-10-02", route, Duration.ofMinutes(60), Duration.ofMinutes(60))
                .deliveries("2026-10-09", route, Duration.ofMinutes(240));
        List<Object> row = section(make(ReportKind.ROUTES), "routes").rows().getFirst();
        assertThat((Long) row.get(7)).isBetween(58L, 62L);
        assertThat((Long) row.get(8)).isBetween(235L, 245L);
    }

    @Test
    void of_customers_nothing_is_told_that_is_of_fewer_than_ten_people_and_nobody_counts_twice() {
        shelf.ever(COHORTS, "ours", List.of("2026-08", "", ""), Map.of(PEOPLE, 30L, BOOKINGS, 45L, GROSS, 900L))
                .ever(COHORTS, "ours", List.of("2026-08", "", "RIDE"), Map.of(PEOPLE, 30L, BOOKINGS, 45L))
                .ever(COHORTS, "ours", List.of("2026-08", "+", ""), Map.of(PEOPLE, 15L, BOOKINGS, 30L))
                .ever(COHORTS, "ours", List.of("2026-08", "00", ""), Map.of(PEOPLE, 30L, BOOKINGS, 43L))
                .ever(COHORTS, "ours", List.of("2026-08", "01", ""), Map.of(PEOPLE, 2L, BOOKINGS, 2L));
        Report report = make(ReportKind.CUSTOMER_BEHAVIOUR);
        Section customers = section(report, "customers-by-first-month");
        assertThat(customers.rows()).containsExactly(List.of("2026-08", 30L, 45L, 900L, new BigDecimal("50.0")));
        assertThat(customers.totals()).containsExactly("", 30L, 45L, 900L, "");
        assertThat(customers.note()).contains("all-time");
        assertThat(section(report, "customers-by-month-after").rows())
                .containsExactly(List.of("2026-08", "00", 30L, new BigDecimal("100.0")));
    }

    @Test
    void patterns_are_told_by_weekday_and_hour_and_say_that_months_are_whole() {
        shelf.month(PATTERNS, "ours", "2026-10", List.of("000", "RIDE"), Map.of(CREATED, 3L))
                .month(PATTERNS, "ours", "2026-10", List.of("167", "RIDE"), Map.of(CREATED, 4L));
        Report report = make(ReportKind.RIDE_PATTERNS);
        Section weekdays = section(report, "bookings-by-weekday");
        assertThat(weekdays.rows()).hasSize(7);
        assertThat(weekdays.rows().getFirst().subList(0, 2)).containsExactly("1", 3L);
        assertThat(weekdays.rows().getLast().subList(0, 2)).containsExactly("7", 4L);
        assertThat(weekdays.note()).contains("whole-months");
        assertThat(section(report, "bookings-by-hour").rows())
                .hasSize(24)
                .last()
                .satisfies(row -> assertThat(row.subList(0, 2)).containsExactly("23", 4L));
    }

    @Test
    void a_summary_is_of_whole_months_and_takes_each_measure_from_one_place() {
        shelf.month(REVENUE, "ours", "2026-10", List.of("RIDE", "MTN", ""), money(2, 11_800, 1_800, 1_000))
                .month(
                        COMPLIANCE,
                        "ours",
                        "2026-10",
                        List.of("RIDE"),
                        Map.of(
                                CREATED,
                                5L,
                                BOOKINGS,
                                77L,
                                DELIVERED,
                                3L,
                                CALLED_OFF,
                                1L,
                                RECEIPTS,
                                2L,
                                RECEIPTS_LATE,
                                1L))
                .month(PAYMENTS, "ours", "2026-10", List.of("MTN"), payments(2, 0, 2));
        Report report = Reports.make(
                ReportKind.MONTHLY_SUMMARY,
                "ours",
                new ReportDays(LocalDate.parse("2026-09-15"), LocalDate.parse("2026-10-02")),
                shelf);
        assertThat(report.days())
                .isEqualTo(new ReportDays(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-31")));
        assertThat(section(report, "months").rows())
                .containsExactly(List.of(
                        "2026-10",
                        11_800L,
                        2L,
                        1_800L,
                        10_000L,
                        1_000L,
                        5L,
                        3L,
                        1L,
                        new BigDecimal("75.0"),
                        new BigDecimal("100.0"),
                        2L,
                        1L,
                        0L));
    }

    @Test
    void a_long_report_goes_by_months() {
        shelf.month(REVENUE, "ours", "2026-03", List.of("RIDE", "MTN", ""), money(1, 100, 0, 0));
        Report report = Reports.make(
                ReportKind.REVENUE,
                "ours",
                new ReportDays(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30")),
                shelf);
        assertThat(section(report, "revenue-by-time").rows())
                .hasSize(6)
                .contains(List.of("2026-03", 100L, 1L, 0L, 100L, 0L));
        assertThat(shelf.asked()).containsExactlyInAnyOrder("REVENUE MONTH", "PAYMENTS MONTH");
    }

    @Test
    void each_aggregate_is_asked_for_once_and_all_tenants_are_added_up() {
        shelf.day(REVENUE, "ours", "2026-10-02", List.of("RIDE", "MTN", ""), money(2, 100, 0, 0))
                .day(REVENUE, "theirs", "2026-10-02", List.of("RIDE", "MTN", ""), money(1, 50, 0, 0));
        Report report = Reports.make(ReportKind.REVENUE, Figures.ALL_TENANTS, OCTOBER, shelf);
        assertThat(section(report, "revenue-by-kind").rows()).containsExactly(List.of("RIDE", 150L, 3L, 0L, 150L, 0L));
        assertThat(shelf.asked()).containsExactlyInAnyOrder("REVENUE DAY", "PAYMENTS DAY");
    }

    @Test
    void one_incomplete_answer_makes_the_report_incomplete() {
        assertThat(make(ReportKind.ROUTES).complete()).isTrue();
        shelf.incomplete();
        assertThat(make(ReportKind.ROUTES).complete()).isFalse();
    }

    private Report make(ReportKind kind) {
        return Reports.make(kind, "ours", OCTOBER, shelf);
    }

    private static Section section(Report report, String name) {
        return report.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Measure, Long> money(long bookings, long gross, long vat, long commission) {
        return Map.of(BOOKINGS, bookings, GROSS, gross, VAT, vat, COMMISSION, commission);
    }

    private static Map<Measure, Long> payments(long succeeded, long failed, long attempts) {
        return Map.of(PAYMENTS_SUCCEEDED, succeeded, PAYMENTS_FAILED, failed, PAYMENT_ATTEMPTS, attempts);
    }
}
