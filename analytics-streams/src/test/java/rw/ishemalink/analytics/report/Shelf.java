package rw.ishemalink.analytics.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Durations;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/** Cells by hand, found as the application would find them. */
final class Shelf implements Figures {

    static final Instant AS_OF = Instant.parse("2026-10-20T10:00:00Z");

    private final Map<Cell, Sums> cells = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean complete = true;

    Shelf day(Aggregate aggregate, String tenant, String day, List<String> group, Map<Measure, Long> measures) {
        LocalDate date = LocalDate.parse(day);
        return put(new Cell(aggregate, tenant, Period.DAY, Period.begin(date), group), Sums.of(measures));
    }

    Shelf month(Aggregate aggregate, String tenant, String month, List<String> group, Map<Measure, Long> measures) {
        LocalDate date = LocalDate.parse(month + "-01");
        return put(new Cell(aggregate, tenant, Period.MONTH, Period.begin(date), group), Sums.of(measures));
    }

    Shelf ever(Aggregate aggregate, String tenant, List<String> group, Map<Measure, Long> measures) {
        return put(new Cell(aggregate, tenant, Period.ALL, 0, group), Sums.of(measures));
    }

    Shelf deliveries(String day, List<String> group, Duration... taken) {
        LocalDate date = LocalDate.parse(day);
        for (Duration one : taken) {
            put(
                    new Cell(Aggregate.ROUTES, "ours", Period.DAY, Period.begin(date), group),
                    Sums.of(Map.of(Measure.DELIVERED, 1L), Durations.of(one)));
        }
        return this;
    }

    private Shelf put(Cell cell, Sums sums) {
        cells.merge(cell, sums, Sums::plus);
        return this;
    }

    /** A part of the application does not answer. */
    Shelf incomplete() {
        complete = false;
        return this;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Found ask(Aggregate aggregate, String tenant, Period finest, LocalDate from, LocalDate to) {
        asked.add(aggregate + " " + finest);
        Map<Cell, Sums> found = new HashMap<>();
        cells.forEach((cell, sums) -> {
            LocalDate day = Period.day(cell.begin());
            boolean inTime = cell.period() == Period.ALL || (!day.isBefore(from) && !day.isAfter(to));
            if (cell.aggregate() == aggregate && inTime && isOf(tenant, cell)) {
                found.put(cell, sums);
            }
        });
        return new Found(found, AS_OF, 40, complete);
    }

    private static boolean isOf(String tenant, Cell cell) {
        return tenant.equals(ALL_TENANTS) || tenant.equals(cell.tenant());
    }
}
