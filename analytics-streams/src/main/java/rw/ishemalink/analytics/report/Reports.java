package rw.ishemalink.analytics.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Period;

/** Makes reports of cells. */
public final class Reports {

    private Reports() {}

    /** The report as things stand; each aggregate is asked for once. */
    public static Report make(ReportKind kind, String tenant, ReportDays wanted, Figures figures) {
        ReportDays days = kind == ReportKind.MONTHLY_SUMMARY ? wanted.wholeMonths() : wanted;
        Map<Aggregate, Found> answers = new EnumMap<>(Aggregate.class);
        for (Aggregate aggregate : Contents.aggregates(kind)) {
            answers.put(
                    aggregate, figures.ask(aggregate, tenant, finest(aggregate, kind, days), days.from(), days.to()));
        }
        Found found = Found.together(answers.values());
        return new Report(
                kind,
                tenant,
                days,
                found.asOf(),
                found.lagMillis(),
                found.complete(),
                Contents.sections(kind, found.cells(), days));
    }

    private static Period finest(Aggregate aggregate, ReportKind kind, ReportDays days) {
        List<Period> kept = aggregate.periods();
        if (kept.contains(Period.DAY)) {
            return kind == ReportKind.MONTHLY_SUMMARY ? Period.MONTH : days.step();
        }
        return kept.getFirst();
    }
}
