package rw.ishemalink.analytics.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each partition last answered from where it is worked on. A copy is behind no further than since then: a copy says
 * itself how old its latest event is, which in a quiet hour is long ago though nothing is missing.
 */
final class LastActive {

    private final Map<String, Map<Integer, Long>> millis = new ConcurrentHashMap<>();

    /** The same answer, its copies as far behind as they can be. */
    <T> Answer<T> tell(String store, Answer<T> answer) {
        long now = System.currentTimeMillis();
        Map<Integer, Long> seen = millis.computeIfAbsent(store, _ -> new ConcurrentHashMap<>());
        return new Answer<>(
                answer.parts().stream().map(part -> tell(part, seen, now)).toList(), answer.wanted());
    }

    private static <T> Part<T> tell(Part<T> part, Map<Integer, Long> seen, long now) {
        if (part.active()) {
            seen.put(part.partition(), now - part.lagMillis());
            return part;
        }
        Long lastSeen = seen.get(part.partition());
        return lastSeen == null ? part : part.behind(Math.min(part.lagMillis(), now - lastSeen));
    }
}
