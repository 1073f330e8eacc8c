package rw.ishemalink.local.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Sums by group, of analytics beside those of the views.
 *
 * @param name what is compared
 * @param streams group → measures, as analytics answers
 * @param views the same as the views have it
 * @param whole whether analytics must name every group; otherwise only the first by the first measure
 */
record Comparison(String name, Map<String, List<Long>> streams, Map<String, List<Long>> views, boolean whole) {

    Comparison {
        streams = new TreeMap<>(streams);
        views = new TreeMap<>(views);
    }

    /** What differs, in words; nothing when both are the same. */
    List<String> differences() {
        List<String> found = new ArrayList<>();
        streams.forEach((group, sums) -> {
            if (!Objects.equals(sums, views.get(group))) {
                found.add("%s of %s: streams %s, views %s".formatted(name, group, sums, views.get(group)));
            }
        });
        if (whole) {
            views.forEach((group, sums) -> {
                if (!streams.containsKey(group)) {
                    found.add("%s of %s: streams nothing, views %s".formatted(name, group, sums));
                }
            });
        } else if (!firsts(streams).equals(firsts(views).subList(0, Math.min(streams.size(), views.size())))) {
            found.add(name + ": those that are named are not the first");
        }
        return found;
    }

    /** The first measures, the greatest first: who is equal may stand in any order. */
    private static List<Long> firsts(Map<String, List<Long>> sums) {
        return sums.values().stream()
                .map(List::getFirst)
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
