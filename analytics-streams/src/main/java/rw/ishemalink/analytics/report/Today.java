package rw.ishemalink.analytics.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Period;

/**
 * Some panels of a day.
 *
 * @param figures the panels' rows and totals, by the panels' names
 */
public record Today(@Nullable Instant asOf, long lagMillis, boolean complete, ObjectNode figures) {

    /** The panels as things stand; each aggregate is asked for once. */
    public static Today make(Collection<Panel> panels, String tenant, LocalDate day, Figures figures) {
        Map<Aggregate, Found> answers = new EnumMap<>(Aggregate.class);
        panels.forEach(panel -> panel.table()
                .sources()
                .forEach(source -> answers.computeIfAbsent(
                        source.aggregate(), aggregate -> figures.ask(aggregate, tenant, Period.DAY, day, day))));
        Found found = Found.together(answers.values());
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        panels.forEach(panel ->
                told.set(panel.path(), ReportJson.figures(panel.table().of(found.cells(), ReportDays.one(day)))));
        return new Today(found.asOf(), found.lagMillis(), found.complete(), told);
    }
}
