package rw.ishemalink.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import rw.ishemalink.analytics.cube.Period;

/** What spans of time promise. */
class SpanProperties {

    @Property
    void a_cover_has_each_of_the_days_once_and_no_other(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 800) int more) {
        LocalDate to = from.plusDays(more);

        List<LocalDate> covered = new ArrayList<>();
        Span.cover(from, to).forEach(span -> covered.addAll(days(span)));

        assertThat(covered).isEqualTo(from.datesUntil(to.plusDays(1)).toList());
    }

    @Property
    void a_cover_takes_whole_months_where_there_are(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 800) int more) {
        List<Span> cover = Span.cover(from, from.plusDays(more));

        assertThat(cover).hasSizeLessThanOrEqualTo(3);
        assertThat(cover.stream().filter(span -> span.period() == Period.DAY))
                .allSatisfy(span -> assertThat(days(span)).hasSizeLessThan(31 + 31));
    }

    @Property
    void a_span_is_read_as_it_was_written(@ForAll("days") LocalDate from, @ForAll @IntRange(max = 800) int more) {
        assertThat(Span.cover(from, from.plusDays(more)))
                .allSatisfy(span -> assertThat(Span.fromString(span.text())).isEqualTo(span));
    }

    private static List<LocalDate> days(Span span) {
        LocalDate first = Period.day(span.first());
        LocalDate last = Period.day(span.last());
        return first.datesUntil(
                        span.period() == Period.MONTH
                                ? YearMonth.from(last).plusMonths(1).atDay(1)
                                : last.plusDays(1))
                .toList();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 20_000).map(day -> LocalDate.of(2000, 1, 1)
                .plusDays(day));
    }
}
