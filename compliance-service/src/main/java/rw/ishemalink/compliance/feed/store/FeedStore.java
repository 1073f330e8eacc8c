package rw.ishemalink.compliance.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.feed.FeedBounds;
import rw.ishemalink.compliance.feed.FeedPage;
import rw.ishemalink.compliance.feed.FeedRow;
import rw.ishemalink.kit.outbox.Columns;

/**
 * The numbers come from a row per topic and tenant that stays locked until the commit, as the last thing a transaction
 * does. So a number is visible only when all below it are: a sequence would give numbers in another order than the commits,
 * and a reader would pass over what commits late.
 */
@ApplicationScoped
public class FeedStore {

    private record Placed(FeedRow row, int place) {}

    private static final Columns<Placed> ROWS = new Columns<Placed>()
            .with("topic", "text", placed -> placed.row().topic())
            .with("tenant", "text", placed -> placed.row().tenant())
            .with("event_id", "uuid", placed -> placed.row().eventId())
            .with("record", "text", placed -> placed.row().record())
            .with("place", "int", Placed::place);

    /** Heads are locked in the order of their names, so that two transactions never wait for each other. */
    private static final String APPEND = """
            with told as materialized (select * from %s),
            counted as (select topic, tenant, count(*) as added from told group by topic, tenant),
            heads as (
              insert into feed_head as head (topic, tenant, last_position)
              select topic, tenant, added from counted order by topic, tenant
              on conflict (topic, tenant) do update set last_position = head.last_position + excluded.last_position
              returning topic, tenant, last_position)
            insert into feed_record (topic, tenant, position, event_id, record)
            select topic, tenant,
                   heads.last_position - counted.added
                     + row_number() over (partition by topic, tenant order by told.place),
                   told.event_id, told.record
              from heads join counted using (topic, tenant) join told using (topic, tenant)""".formatted(ROWS.relation("named"));

    private static final String BOUNDS = """
            with head as (
              select coalesce((select last_position from feed_head where topic = :topic and tenant = :tenant), 0) as newest)
            select newest,
                   coalesce((select min(position) from feed_record where topic = :topic and tenant = :tenant),
                            newest + 1) as oldest
              from head""";

    private static final String FIRST_SINCE = """
            select coalesce(
              (select position from feed_record
                where topic = :topic and tenant = :tenant and recorded_at >= :since
                order by recorded_at, position limit 1),
              (select last_position + 1 from feed_head where topic = :topic and tenant = :tenant), 1)""";

    private static final String PAGE = """
            select record from feed_record
             where topic = :topic and tenant = :tenant and position > :after order by position limit :limit""";

    private static final String FORGET = """
            delete from feed_record where (topic, tenant, position) in (
              select topic, tenant, position from feed_record
               where recorded_at < now() - interval '5 years' limit :limit)""";

    /** Numbers the rows and adds them; to be called last in a transaction. */
    public static void append(Handle sql, List<FeedRow> rows) {
        List<Placed> placed = IntStream.range(0, rows.size())
                .mapToObj(place -> new Placed(rows.get(place), place))
                .toList();
        ROWS.bindTo(sql.createUpdate(APPEND), placed).execute();
    }

    /** What is on record. */
    public FeedBounds bounds(Handle sql, String topic, String tenant) {
        return sql.createQuery(BOUNDS)
                .bind("topic", topic)
                .bind("tenant", tenant)
                .map(ConstructorMapper.of(FeedBounds.class))
                .one();
    }

    /** The number of the first record since then; the next one to come when there is none. */
    public long firstSince(Handle sql, String topic, String tenant, Instant since) {
        return sql.createQuery(FIRST_SINCE)
                .bind("topic", topic)
                .bind("tenant", tenant)
                .bind("since", since)
                .mapTo(Long.class)
                .one();
    }

    /** The records after a position, which have no gap between them. */
    public FeedPage page(Handle sql, String topic, String tenant, long after, int limit) {
        List<String> records = sql.createQuery(PAGE)
                .bind("topic", topic)
                .bind("tenant", tenant)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
        return new FeedPage(records, after + records.size());
    }

    /** Deletes up to that many records that are older than five years; false when there was none. */
    public boolean forget(Handle sql, int limit) {
        return sql.createUpdate(FORGET).bind("limit", limit).execute() > 0;
    }
}
