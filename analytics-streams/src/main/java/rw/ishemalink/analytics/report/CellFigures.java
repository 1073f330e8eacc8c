package rw.ishemalink.analytics.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.Asking;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.Span;

/** Figures as all instances together tell them. */
public record CellFigures(Asking asking) implements Figures {

    @Override
    public Found ask(Aggregate aggregate, String tenant, Period finest, LocalDate from, LocalDate to) {
        Optional<String> whose = tenant.equals(ALL_TENANTS) ? Optional.empty() : Optional.of(tenant);
        CellAnswer answer = asking.cells(CellQuestion.of(aggregate, whose, spans(aggregate, finest, from, to)));
        return new Found(
                answer.cells(),
                answer.freshness().asOf(),
                answer.freshness().lagMillis(),
                answer.freshness().complete());
    }

    private static List<Span> spans(Aggregate aggregate, Period finest, LocalDate from, LocalDate to) {
        return switch (finest) {
            case HOUR -> Span.hours(from, to);
            case DAY -> Span.days(from, to);
            case MONTH ->
                aggregate.periods().contains(Period.DAY)
                        ? Span.cover(from, to)
                        : Span.months(YearMonth.from(from), YearMonth.from(to));
            case ALL -> Span.EVER;
        };
    }
}
