package rw.ishemalink.analytics.live;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.report.Panel;

/**
 * What somebody watches.
 *
 * @param tenant whose figures; empty for everybody's
 * @param panels in the order of their declaration
 */
public record LiveQuestion(Optional<String> tenant, List<Panel> panels) {

    public LiveQuestion {
        panels = List.copyOf(panels);
    }

    /**
     * The panels of that text, e.g. {@code revenue,routes}; all of them without one. Empty when it names something else.
     */
    public static Optional<List<Panel>> findPanels(@Nullable String show) {
        if (show == null || show.isBlank()) {
            return Optional.of(List.of(Panel.values()));
        }
        Set<Panel> panels = EnumSet.noneOf(Panel.class);
        for (String name : Arrays.asList(show.split(",", -1))) {
            Optional<Panel> panel = Panel.find(name.strip());
            if (panel.isEmpty()) {
                return Optional.empty();
            }
            panels.add(panel.get());
        }
        return Optional.of(List.copyOf(panels));
    }
}
