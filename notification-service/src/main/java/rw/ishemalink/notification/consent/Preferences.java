package rw.ishemalink.notification.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.notification.message.Urgency;

/** What people wish; what they did not say is as usual. */
@ApplicationScoped
public class Preferences {

    private static final String KEEP = """
            insert into preference (tenant, person_id, urgency, way)
            select :tenant, :personId, :urgency, :way
             where not exists (select from erased_person where person_id = :personId)
            on conflict (tenant, person_id, urgency) do update set way = excluded.way, changed_at = now()""";

    private static final String FORGET =
            "delete from preference where tenant = :tenant and person_id = :personId and urgency = :urgency";

    /** The person's wish for every urgency. */
    public Map<Urgency, Way> list(Handle sql, String tenant, UUID personId) {
        Map<Urgency, Way> ways = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            ways.put(urgency, Way.USUAL);
        }
        sql.createQuery("select urgency, way from preference where tenant = :tenant and person_id = :personId")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .map((row, context) ->
                        Map.entry(Urgency.ofRank(row.getInt("urgency")), Way.valueOf(row.getString("way"))))
                .forEach(wish -> ways.put(wish.getKey(), wish.getValue()));
        return ways;
    }

    /** Keeps the wishes; urgencies that are not named stay as they were. */
    public void keep(Handle sql, String tenant, UUID personId, Map<Urgency, Way> wishes) {
        wishes.forEach((urgency, way) -> {
            var statement = sql.createUpdate(way == Way.USUAL ? FORGET : KEEP)
                    .bind("tenant", tenant)
                    .bind("personId", personId)
                    .bind("urgency", urgency.rank());
            (way == Way.USUAL ? statement : statement.bind("way", way.name())).execute();
        });
    }
}
