package rw.ishemalink.compliance.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.TrailEntry;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.kit.outbox.Columns;

/** Entries that wait for their place, and the way onto the trail. */
@ApplicationScoped
public class SealingStore {

    /**
     * An entry in the queue.
     *
     * @param known whether the trail has it: the event was published twice
     */
    public record Waiting(long position, boolean known, TrailEntry entry) {}

    private static final long SEALER = 0x747261696CL; // "trail"

    private static final Columns<TrailEntry> HEARD = TrailColumns.of(new Columns<>(), entry -> entry);

    private static final String ADD = """
            insert into trail_waiting (%1$s) select %2$s from %3$s on conflict do nothing""".formatted(HEARD.names(), unhexed(HEARD), HEARD.relation("heard"));

    private static final String WAITING = """
            select position,
                   exists (select from trail_entry e
                            where e.event_id = w.event_id and e.event_sha256 is not distinct from w.event_sha256) as known,
                   %s from trail_waiting w order by position limit :limit""".formatted(TrailColumns.ENTRY);

    private static final String HEADS = """
            select tenant, sequence, encode(hash, 'hex') as hash, sealed_at from trail_chain
             where tenant = any(:tenants) for update""";

    private static final Columns<SealedEntry> SEALED = TrailColumns.of(new Columns<SealedEntry>(), SealedEntry::entry)
            .with("sequence", "bigint", one -> one.seal().sequence())
            .with("sealed_at", "timestamptz", one -> one.seal().sealedAt())
            .with("hash", "text", one -> one.seal().hash());

    private static final String INSERT = "insert into trail_entry (%s) select %s from %s"
            .formatted(
                    SEALED.names(),
                    unhexed(SEALED).replace(" hash", " decode(hash, 'hex')"),
                    SEALED.relation("sealed"));

    private static final String MOVE_HEAD = """
            insert into trail_chain (tenant, sequence, hash, sealed_at)
            values (:tenant, :sequence, decode(:hash, 'hex'), :sealedAt)
            on conflict (tenant) do update
               set sequence = excluded.sequence, hash = excluded.hash, sealed_at = excluded.sealed_at""";

    private static final String OLDEST_SECONDS =
            "select coalesce(extract(epoch from now() - min(heard_at)), 0) from trail_waiting";

    private static String unhexed(Columns<?> columns) {
        return columns.names().replace("event_sha256", "decode(event_sha256, 'hex')");
    }

    /** Puts entries into the queue, all with one statement; what waits there already is passed over. */
    public void add(Handle sql, List<TrailEntry> heard) {
        HEARD.bindTo(sql.createUpdate(ADD), heard).execute();
    }

    /** Makes this transaction the only sealer; false when another one is. */
    public boolean becomeSealer(Handle sql) {
        return sql.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", SEALER)
                .mapTo(Boolean.class)
                .one();
    }

    /** The entries that have waited longest. */
    public List<Waiting> listWaiting(Handle sql, int limit) {
        return sql.createQuery(WAITING)
                .bind("limit", limit)
                .map((row, context) ->
                        new Waiting(row.getLong("position"), row.getBoolean("known"), TrailColumns.entry(row, context)))
                .list();
    }

    /** Where the chains of those tenants end, of those that have one. */
    public Map<String, Seal> heads(Handle sql, Collection<String> tenants) {
        return sql
                .createQuery(HEADS)
                .bindArray("tenants", String.class, tenants)
                .map((row, context) -> Map.entry(row.getString("tenant"), TrailColumns.seal(row, context)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The clock that seals carry. */
    public Instant now(Handle sql) {
        return sql.createQuery("select clock_timestamp()").mapTo(Instant.class).one();
    }

    /** Writes the entries at their places. */
    public void insert(Handle sql, List<SealedEntry> sealed, Map<String, Seal> heads) {
        SEALED.bindTo(sql.createUpdate(INSERT), sealed).execute();
        heads.forEach((tenant, seal) -> sql.createUpdate(MOVE_HEAD)
                .bind("tenant", tenant)
                .bind("sequence", seal.sequence())
                .bind("hash", seal.hash())
                .bind("sealedAt", seal.sealedAt())
                .execute());
    }

    /** Takes entries out of the queue. */
    public void remove(Handle sql, List<Waiting> done) {
        sql.createUpdate("delete from trail_waiting where position = any(:positions)")
                .bindArray(
                        "positions",
                        Long.class,
                        done.stream().map(Waiting::position).toList())
                .execute();
    }

    /** How long the oldest entry has waited for its place, in seconds. */
    public double oldestSeconds(Handle sql) {
        return sql.createQuery(OLDEST_SECONDS).mapTo(Double.class).one();
    }
}
