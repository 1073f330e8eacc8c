package rw.ishemalink.payment.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.ledger.seal.Batch.Sealed;
import rw.ishemalink.payment.ledger.seal.Booked;

/** Transfers that wait for their seal, seals, and the ends of the chains. */
@ApplicationScoped
public class SealStore {

    private static final long SEALER = 0x6C6564676572L; // "ledger"

    private static final String WAITING = """
            select t.* from (select position, transfer_id from ledger_unsealed order by position limit :limit) u
              join ledger_text t using (transfer_id) order by u.position""";

    private static final String HEADS = """
            select tenant, sequence, encode(hash, 'hex') as hash, sealed_at from ledger_chain
             where tenant = any(:tenants) for update""";

    private static final Columns<Sealed> SEALED = new Columns<Sealed>()
            .with("transfer_id", "uuid", Sealed::transferId)
            .with("tenant", "text", Sealed::tenant)
            .with("sequence", "bigint", one -> one.seal().sequence())
            .with("hash", "text", one -> one.seal().hash())
            .with("sealed_at", "timestamptz", one -> one.seal().sealedAt());

    private static final String INSERT_SEALS = """
            insert into ledger_seal (transfer_id, tenant, sequence, hash, sealed_at)
            select transfer_id, tenant, sequence, decode(hash, 'hex'), sealed_at from\s""" + SEALED.relation("one");

    private static final String MOVE_HEAD = """
            insert into ledger_chain (tenant, sequence, hash, sealed_at)
            values (:tenant, :sequence, decode(:hash, 'hex'), :sealedAt)
            on conflict (tenant) do update
               set sequence = excluded.sequence, hash = excluded.hash, sealed_at = excluded.sealed_at""";

    private static final String OLDEST_SECONDS = """
            select coalesce(extract(epoch from now() - min(posted_at)), 0)
              from ledger_unsealed join ledger_transfer using (transfer_id)""";

    /** Makes this transaction the only sealer; false when another one is. */
    public boolean becomeSealer(Handle sql) {
        return sql.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", SEALER)
                .mapTo(Boolean.class)
                .one();
    }

    /** Waits for a sealer that is at work, and keeps others from starting until the transaction ends. */
    public void keepSealersOut(Handle sql) {
        sql.createQuery("select pg_advisory_xact_lock(:lock)::text")
                .bind("lock", SEALER)
                .mapTo(String.class)
                .findOne();
    }

    /** The transfers that have waited longest. */
    public List<Booked> listWaiting(Handle sql, int limit) {
        return sql.createQuery(WAITING)
                .bind("limit", limit)
                .map(BookedRow::booked)
                .list();
    }

    /** Where the chains of those tenants end, of those that have one. */
    public Map<String, Seal> heads(Handle sql, Collection<String> tenants) {
        return sql
                .createQuery(HEADS)
                .bindArray("tenants", String.class, tenants)
                .map((row, context) -> Map.entry(row.getString("tenant"), BalanceStore.seal(row, context)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The clock that seals carry. */
    public Instant now(Handle sql) {
        return sql.createQuery("select clock_timestamp()").mapTo(Instant.class).one();
    }

    /** Writes the seals; their transfers wait no longer. */
    public void insert(Handle sql, List<Sealed> sealed, Map<String, Seal> heads) {
        SEALED.bindTo(sql.createUpdate(INSERT_SEALS), sealed).execute();
        heads.forEach((tenant, seal) -> sql.createUpdate(MOVE_HEAD)
                .bind("tenant", tenant)
                .bind("sequence", seal.sequence())
                .bind("hash", seal.hash())
                .bind("sealedAt", seal.sealedAt())
                .execute());
        sql.createUpdate("delete from ledger_unsealed where transfer_id = any(:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        sealed.stream().map(Sealed::transferId).toList())
                .execute();
    }

    /** How long the oldest transfer has waited for its seal, in seconds. */
    public double oldestSeconds(Handle sql) {
        return sql.createQuery(OLDEST_SECONDS).mapTo(Double.class).one();
    }
}
