package rw.ishemalink.analytics.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import rw.ishemalink.schemas.Topics;

/**
 * The order in which events of many bookings are heard: each topic has each booking's in order, as Kafka keeps it. What
 * comes first of different topics and bookings is left to chance, whole topics may lag far behind, and what was heard
 * comes again.
 */
final class Mix {

    private static final List<Topics> SOURCES =
            List.of(Topics.BOOKING_EVENTS, Topics.PAYMENT_EVENTS, Topics.COMPLIANCE_EVENTS, Topics.TRACKING_EVENTS);

    private record Line(Topics topic, List<Told> told) {}

    private final Random random;
    private final List<Told> heard = new ArrayList<>();

    private Mix(Random random) {
        this.random = random;
    }

    static List<Told> of(Collection<Life> lives, Random random) {
        Mix mix = new Mix(random);
        List<Line> lines = new ArrayList<>();
        for (Life life : lives) {
            Map<Topics, List<Told>> byTopic = new LinkedHashMap<>();
            life.told().forEach(told -> byTopic.computeIfAbsent(told.topic(), _ -> new ArrayList<>())
                    .add(told));
            byTopic.forEach((topic, told) -> lines.add(new Line(topic, told)));
        }
        Topics lagging = SOURCES.get(random.nextInt(SOURCES.size()));
        mix.hear(lines.stream().filter(line -> line.topic() != lagging).toList());
        mix.hear(lines.stream().filter(line -> line.topic() == lagging).toList());
        return mix.heard;
    }

    private void hear(List<Line> lines) {
        List<Line> waiting = new ArrayList<>(lines);
        int[] next = new int[waiting.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < next.length; i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            int place = random.nextInt(open.size());
            int line = open.get(place);
            List<Told> told = waiting.get(line).told();
            heard.add(told.get(next[line]++));
            if (random.nextInt(4) == 0) {
                heard.addAll(told.subList(random.nextInt(next[line]), next[line]));
            }
            if (next[line] == told.size()) {
                open.remove(place);
            }
        }
    }
}
