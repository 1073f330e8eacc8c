package rw.ishemalink.analytics.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.report.Figures;
import rw.ishemalink.analytics.report.Today;

/**
 * Figures of today, whole.
 *
 * @param id when the latest event in them happened, and what they say: of figures that are the same on another instance
 *     as well
 * @param figures by which one state is told from the next
 * @param text all of it as JSON
 */
public record LiveState(String id, String figures, String text) {

    static LiveState of(LiveQuestion question, LocalDate day, Today today) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("day", day.toString());
        told.put("tenant", question.tenant().orElse(Figures.ALL_TENANTS));
        told.put("complete", today.complete());
        told.set("show", today.figures());
        String figures = told.toString();
        String id = id(today.asOf(), figures);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("id", id);
        all.put("asOf", today.asOf() == null ? null : today.asOf().toString());
        all.put("lagMillis", today.lagMillis());
        all.setAll(told);
        return new LiveState(id, figures, all.toString());
    }

    private static String id(@Nullable Instant asOf, String figures) {
        CRC32C sum = new CRC32C();
        sum.update(figures.getBytes(UTF_8));
        return (asOf == null ? 0 : asOf.toEpochMilli()) + "-" + Long.toHexString(sum.getValue());
    }
}
