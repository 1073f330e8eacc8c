package rw.ishemalink.identity.standing;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.schemas.Topics;

/** Counts the events of a topic per subject. The row stays locked to the end of the transaction, so numbers have no gap. */
@Singleton
public class Sequences {

    /** The number of the subject's next event. */
    public long next(Handle sql, Topics topic, UUID subjectId) {
        return Objects.requireNonNull(last(sql, topic, Map.of(subjectId, 1L)).get(subjectId));
    }

    /**
     * Reserves numbers for many at once, in the order of their ids, so that two who do so do not lock each other out.
     *
     * @param howMany of each subject's events are to come
     * @return the last number of each; those before it are the subject's, too
     */
    public Map<UUID, Long> last(Handle sql, Topics topic, Map<UUID, Long> howMany) {
        UUID[] subjects = howMany.keySet().stream().sorted().toArray(UUID[]::new);
        Long[] counts = Arrays.stream(subjects).map(howMany::get).toArray(Long[]::new);
        return sql.createQuery("""
                        insert into subject_sequence as s (subject_id, topic, last)
                        select subject_id, :topic, events
                        from unnest(cast(:subjects as uuid[]), cast(:counts as bigint[])) as t (subject_id, events)
                        on conflict (subject_id, topic) do update set last = s.last + excluded.last
                        returning subject_id, last""")
                .bind("topic", topic.topicName())
                .bindArray("subjects", UUID.class, (Object[]) subjects)
                .bindArray("counts", Long.class, (Object[]) counts)
                .reduceRows(new HashMap<UUID, Long>(), (map, row) -> {
                    map.put(row.getColumn("subject_id", UUID.class), row.getColumn("last", Long.class));
                    return map;
                });
    }
}
