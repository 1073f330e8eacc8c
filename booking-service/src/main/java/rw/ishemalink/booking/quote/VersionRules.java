package rw.ishemalink.booking.quote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How new versions are dated and named. Invariant: a version is published before its day begins, by more than any
 * instance keeps an older book; so all instances change over at the same midnight.
 */
final class VersionRules {

    /** Once for what an instance keeps, once for clocks that differ. */
    private static final int CACHE_LIVES = 2;

    /** A day beyond is taken for a slip of the pen, which could never be mended. */
    private static final int YEARS_AHEAD = 3;

    private static final int MOST_DIGITS = 9;

    private VersionRules() {}

    /** The first day that a version published now may take effect: tomorrow, unless today is about to end. */
    static LocalDate earliest(Instant now, Duration cachedFor) {
        return LocalDate.ofInstant(now.plus(cachedFor.multipliedBy(CACHE_LIVES)), Tariff.ZONE)
                .plusDays(1);
    }

    /** The last day that a version published now may take effect. */
    static LocalDate latest(Instant now) {
        return LocalDate.ofInstant(now, Tariff.ZONE).plusYears(YEARS_AHEAD);
    }

    /** The version that takes effect on that day, if there is one: no day has two. */
    static <T extends Tariff> Optional<T> findBeginningOn(LocalDate day, List<T> existing) {
        return existing.stream()
                .filter(tariff -> tariff.effectiveFrom().equals(day))
                .findFirst();
    }

    /** Kind, year of the effective date, running number in that year: CARGO-2027-1. */
    static String name(String kind, LocalDate effectiveFrom, List<? extends Tariff> existing) {
        String series = "%s-%d-".formatted(kind, effectiveFrom.getYear());
        int last = existing.stream()
                .map(Tariff::version)
                .filter(version -> version.startsWith(series))
                .mapToInt(version -> number(version.substring(series.length())))
                .max()
                .orElse(0);
        return series + (last + 1);
    }

    /** A name that a person chose in SQL may end otherwise; it takes no number. */
    private static int number(String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(text) : 0;
    }
}
