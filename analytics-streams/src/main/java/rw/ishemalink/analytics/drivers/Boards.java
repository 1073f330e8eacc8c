package rw.ishemalink.analytics.drivers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/**
 * The rankings of one partition that are asked for in practice: of the last days, the last months, and of all that ever
 * was; of all drivers, by district and by operator. Every other board is answered from the cells. There are never more
 * entries than a bound: beyond it the oldest boards lose their ranking. Not safe for several threads.
 */
final class Boards {

    static final int DAYS = 7;
    static final int MONTHS = 2;

    private static final Comparator<Board> OLDEST_FIRST =
            Comparator.comparing(Board::period).thenComparingInt(Board::begin);

    private final long mostEntries;
    private final Map<Board, Ranking> rankings = new HashMap<>();
    private final Map<Period, Integer> since = new EnumMap<>(Period.class);
    private long entries;

    Boards(long mostEntries) {
        this.mostEntries = mostEntries;
    }

    /** Adds what has changed, or what is in the cells. */
    void add(Map<Cell, Sums> changes) {
        changes.forEach(this::add);
        while (entries > mostEntries) {
            Board oldest = rankings.keySet().stream().min(OLDEST_FIRST).orElseThrow();
            keepSince(oldest.period(), oldest.begin() + 1);
        }
    }

    private void add(Cell cell, Sums change) {
        if (!isKept(cell.period(), cell.begin())) {
            return;
        }
        UUID driver = UUID.fromString(cell.get(Dimension.DRIVER));
        for (Board board : Board.indexed(cell)) {
            Ranking ranking = rankings.computeIfAbsent(board, _ -> new Ranking());
            int before = ranking.size();
            ranking.add(driver, change);
            entries += ranking.size() - before;
            if (ranking.size() == 0) {
                rankings.remove(board);
            }
        }
    }

    /** Lets go of what is too old at that time. */
    void advance(Instant latest) {
        LocalDate day = Period.day(Period.DAY.begin(latest));
        keepSince(Period.DAY, Period.begin(day.minusDays(DAYS - 1L)));
        keepSince(Period.MONTH, Period.begin(day.withDayOfMonth(1).minusMonths(MONTHS - 1L)));
    }

    private void keepSince(Period period, int begin) {
        if (since.getOrDefault(period, Integer.MIN_VALUE) < begin) {
            since.put(period, begin);
            rankings.entrySet().removeIf(kept -> {
                boolean old = !isKept(kept.getKey().period(), kept.getKey().begin());
                entries -= old ? kept.getValue().size() : 0;
                return old;
            });
        }
    }

    /** The begin of the first period that has rankings. */
    int since(Period period) {
        return since.getOrDefault(period, Integer.MIN_VALUE);
    }

    private boolean isKept(Period period, int begin) {
        return begin >= since(period);
    }

    /** The board's ranking; empty when none is kept. One in which nobody is, is kept. */
    Optional<Ranking> find(Board board) {
        if (board.isNarrowedTwice() || !isKept(board.period(), board.begin())) {
            return Optional.empty();
        }
        return Optional.of(board.isOfAllTenants() ? together(board) : rankings.getOrDefault(board, new Ranking()));
    }

    /** Of everybody; a driver of two tenants is ranked once, by both together. */
    private Ranking together(Board board) {
        var parts = rankings.entrySet().stream()
                .filter(kept -> kept.getKey().ofTenant(Board.ALL_TENANTS).equals(board))
                .map(Map.Entry::getValue)
                .toList();
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Ranking all = new Ranking();
        parts.forEach(part -> part.stream().forEach(all::add));
        return all;
    }

    /** How many entries there are, all boards together. */
    long entries() {
        return entries;
    }
}
