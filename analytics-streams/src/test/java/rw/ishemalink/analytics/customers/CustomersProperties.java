package rw.ishemalink.analytics.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** However bookings change, and in whatever order that is told, the cells are those of their last states. */
class CustomersProperties {

    private static final Instant BEGIN = Instant.parse("2026-01-20T00:00:00Z");
    private static final ZoneId KIGALI = ZoneId.of("UTC+2");

    @Property(tries = 15)
    void the_cells_are_those_of_a_plain_recount(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int changes) {
        Random random = new Random(seed);
        Map<UUID, Sale> last = new HashMap<>();
        try (Customers customers = new Customers()) {
            for (int i = 0; i < changes; i++) {
                Sale sale = next(random, new ArrayList<>(last.values()));
                last.put(sale.bookingId(), sale);
                customers.hear(sale.facts());
            }
            assertThat(customers.cells()).isEqualTo(recounted(last.values()));
        }
    }

    private static Sale next(Random random, List<Sale> known) {
        UUID booking = known.isEmpty() || random.nextInt(3) == 0
                ? new UUID(7, known.size())
                : known.get(random.nextInt(known.size())).bookingId();
        boolean cargo = random.nextBoolean();
        return new Sale(
                booking,
                booking.getLeastSignificantBits() % 4 == 0 ? "safeboda" : "ishemalink",
                "customer-" + random.nextInt(4),
                cargo ? "CARGO_DOMESTIC" : "RIDE",
                BEGIN.plus(Duration.ofHours(random.nextInt(100 * 24))),
                one(
                        random,
                        BookingStatus.CONFIRMED,
                        BookingStatus.PAID,
                        BookingStatus.DELIVERED,
                        BookingStatus.CANCELLED),
                one(random, PaymentStatus.SUCCEEDED, PaymentStatus.SUCCEEDED, PaymentStatus.REFUNDING),
                1_000L * random.nextInt(3),
                one(random, "11", "25"),
                cargo ? one(random, "maize", "beans") : null);
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /** As somebody would count who has all bookings on one table. */
    private static Map<Cell, Sums> recounted(Iterable<Sale> last) {
        Map<Cell, List<Sale>> groups = new HashMap<>();
        Map<String, List<Sale>> byCustomer = new TreeMap<>();
        for (Sale sale : last) {
            if (counts(sale)) {
                byCustomer
                        .computeIfAbsent(sale.tenant() + sale.customer(), _ -> new ArrayList<>())
                        .add(sale);
                summaries(sale).forEach(cell -> add(groups, cell, sale));
            }
        }
        byCustomer.values().forEach(sales -> addCohorts(groups, sales));
        return groups.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, group -> sums(group.getKey(), group.getValue())));
    }

    private static boolean counts(Sale sale) {
        return sale.payment() == PaymentStatus.SUCCEEDED
                && (sale.status() == BookingStatus.PAID || sale.status() == BookingStatus.DELIVERED);
    }

    private static Set<Cell> summaries(Sale sale) {
        Set<Cell> cells = new HashSet<>();
        for (Period period : List.of(Period.DAY, Period.MONTH)) {
            int begin = period.begin(sale.paidAt());
            cells.add(summary(sale, period, begin, "REVENUE", "kind=" + sale.kind()));
            cells.add(summary(sale, period, begin, "ROUTES", "origin=RW-" + sale.district() + ",destination=UG"));
            if (sale.commodity() != null) {
                cells.add(summary(sale, period, begin, "COMMODITIES", "commodity=" + sale.commodity()));
            }
        }
        return cells;
    }

    private static Cell summary(Sale sale, Period period, int begin, String summary, String group) {
        return new Cell(Aggregate.SUMMARIES, sale.tenant(), period, begin, List.of(summary, group));
    }

    private static void addCohorts(Map<Cell, List<Sale>> groups, List<Sale> sales) {
        YearMonth first = sales.stream()
                .map(CustomersProperties::month)
                .min(YearMonth::compareTo)
                .orElseThrow();
        for (String kind : List.of("", "CARGO_DOMESTIC", "RIDE")) {
            List<Sale> ofKind = sales.stream()
                    .filter(sale -> kind.isEmpty() || sale.kind().equals(kind))
                    .toList();
            for (Sale sale : ofKind) {
                long later = first.until(month(sale), ChronoUnit.MONTHS);
                add(groups, cohort(sale, first, "0" + later, kind), sale);
                add(groups, cohort(sale, first, "", kind), sale);
                if (ofKind.size() > 1) {
                    add(groups, cohort(sale, first, "+", kind), sale);
                }
            }
        }
    }

    private static Cell cohort(Sale sale, YearMonth first, String later, String kind) {
        return new Cell(Aggregate.COHORTS, sale.tenant(), Period.ALL, 0, List.of(first.toString(), later, kind));
    }

    private static YearMonth month(Sale sale) {
        return YearMonth.from(sale.paidAt().atZone(KIGALI));
    }

    private static void add(Map<Cell, List<Sale>> groups, Cell cell, Sale sale) {
        groups.computeIfAbsent(cell, _ -> new ArrayList<>()).add(sale);
    }

    private static Sums sums(Cell cell, List<Sale> sales) {
        boolean goods = cell.aggregate() == Aggregate.SUMMARIES;
        long delivered = sales.stream()
                .filter(sale -> sale.status() == BookingStatus.DELIVERED)
                .count();
        long kilos = sales.stream()
                        .filter(sale -> sale.status() == BookingStatus.DELIVERED && sale.commodity() != null)
                        .count()
                * 500;
        return Sums.of(Map.of(
                Measure.PEOPLE,
                sales.stream().map(Sale::customer).distinct().count(),
                Measure.BOOKINGS,
                (long) sales.size(),
                Measure.GROSS,
                sales.stream().mapToLong(Sale::francs).sum(),
                Measure.DELIVERED,
                goods ? delivered : 0L,
                Measure.WEIGHT_KG,
                goods ? kilos : 0L));
    }
}
