package rw.ishemalink.compliance.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.store.TrailSearch.After;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.schemas.Topics;

/** Reads the trail as it lies there, trusting no constraint: whoever tampers has switched them off. */
@ApplicationScoped
public class TrailStore {

    /** Makes what one transaction reads one moment's truth. */
    public static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read read only";

    private static final int FETCH_SIZE = 1_000;

    private static final String WALK = """
            select %s from trail_entry where tenant = :tenant and sequence > :after
             order by sequence limit :limit""".formatted(TrailColumns.SEALED);

    private static final String SEAL = """
            select sequence, encode(hash, 'hex') as hash, sealed_at from trail_entry
             where tenant = :tenant and sequence = :sequence""";

    private static final String HEAD =
            "select sequence, encode(hash, 'hex') as hash, sealed_at from trail_chain where tenant = :tenant";

    private static final String OF_SUBJECT = """
            select %s from trail_entry where tenant = :tenant and subject_id = :subjectId and topic = :topic""".formatted(TrailColumns.SEALED);

    private static final String BY_TIME = " order by occurred_at, sequence limit :limit";
    private static final String ACCESSES = OF_SUBJECT + BY_TIME;
    private static final String ACCESSES_AFTER =
            OF_SUBJECT + " and (occurred_at, sequence) > (:afterTime, :afterSequence)" + BY_TIME;

    /** Hands over the places after that one, in order, without holding them all in memory. */
    public void walk(Handle sql, String tenant, long after, long atMost, Consumer<SealedEntry> next) {
        sql.createQuery(WALK)
                .bind("tenant", tenant)
                .bind("after", after)
                .bind("limit", atMost)
                .setFetchSize(FETCH_SIZE)
                .map(TrailColumns::sealed)
                .forEach(next);
    }

    /** The seal of that place. */
    public Optional<Seal> findSeal(Handle sql, String tenant, long sequence) {
        return sql.createQuery(SEAL)
                .bind("tenant", tenant)
                .bind("sequence", sequence)
                .map(TrailColumns::seal)
                .findOne();
    }

    /** Where the tenant's chain ends. */
    public Optional<Seal> findHead(Handle sql, String tenant) {
        return sql.createQuery(HEAD)
                .bind("tenant", tenant)
                .map(TrailColumns::seal)
                .findOne();
    }

    /** How many entries of the tenant wait for their place. */
    public long countWaiting(Handle sql, String tenant) {
        return sql.createQuery("select count(*) from trail_waiting where tenant = :tenant")
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .one();
    }

    /** The entries that fit, by time, a page of them. */
    public List<SealedEntry> list(Handle sql, TrailSearch search, int limit) {
        return search.bindTo(sql.createQuery(statement(search)))
                .bind("limit", limit)
                .map(TrailColumns::sealed)
                .list();
    }

    /** Who saw what of that person's, by time, a page of it. */
    public List<SealedEntry> listAccesses(Handle sql, String tenant, UUID subjectId, Optional<After> after, int limit) {
        Query query = sql.createQuery(after.isPresent() ? ACCESSES_AFTER : ACCESSES)
                .bind("tenant", tenant)
                .bind("subjectId", subjectId)
                .bind("topic", Topics.ACCESS_RECORDS.topicName())
                .bind("limit", limit);
        after.ifPresent(place -> query.bind("afterTime", place.occurredAt()).bind("afterSequence", place.sequence()));
        return query.map(TrailColumns::sealed).list();
    }

    /** The search's text: a person's entries come from two indexes, so that neither is read past the page. */
    public static String statement(TrailSearch search) {
        if (search.person().isEmpty()) {
            return select(search.conditions());
        }
        return "select * from ((%s) union (%s)) found order by occurred_at, sequence limit :limit"
                .formatted(
                        select(search.conditions() + " and subject_id = :person"),
                        select(search.conditions() + " and actor_id = :person"));
    }

    private static String select(String conditions) {
        return "select %s from trail_entry where %s order by occurred_at, sequence limit :limit"
                .formatted(TrailColumns.SEALED, conditions);
    }

    /** The first place that fits, if one does. */
    public Optional<Long> findFirst(Handle sql, TrailSearch search) {
        return search.bindTo(sql.createQuery("select min(sequence) from trail_entry where " + search.allConditions()))
                .mapTo(Long.class)
                .findOne();
    }

    /** Hands over every place from that one to the end, and whether it fits. */
    public void walk(Handle sql, TrailSearch search, long from, BiConsumer<SealedEntry, Boolean> next) {
        String text =
                "select %s, coalesce((%s), false) as fits from trail_entry where tenant = :tenant and sequence >= :first order by sequence"
                        .formatted(TrailColumns.SEALED, search.allConditions());
        Query query = search.bindTo(sql.createQuery(text)).bind("first", from).setFetchSize(FETCH_SIZE);
        query.map((row, context) -> new Found(TrailColumns.sealed(row, context), row.getBoolean("fits")))
                .forEach(found -> next.accept(found.entry(), found.fits()));
    }

    private record Found(SealedEntry entry, boolean fits) {}
}
