package rw.ishemalink.local.load;

import java.util.List;
import java.util.stream.Stream;

/**
 * What databases and topics hold.
 *
 * @param lasting bytes of tables and indexes that are kept for good or by the rules of retention
 * @param passing bytes of outboxes and inboxes, which end after days
 * @param log bytes that PostgreSQL ever wrote ahead: what replicas and the archive are sent
 * @param records on the declared topics
 * @param topics bytes of one copy of them
 */
record Holdings(long lasting, long passing, long log, long records, long topics) {

    private static final String SIZE = "select pg_database_size(current_database())";

    private static final String PASSING = """
        select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
         where c.relkind = 'r' and (c.relname like 'outbox%' or c.relname like 'inbox%')\
        """;

    private static final String LOG = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";

    /** Now, of those services and that broker. */
    static Holdings measure(LoadStack stack, List<String> services) {
        List<Database> databases = services.stream()
                .map(service -> new Database(stack.database(service)))
                .toList();
        long passing = sum(databases.stream(), PASSING);
        TopicSizes topics = TopicSizes.measure(stack.bootstrapServers());
        return new Holdings(
                sum(databases.stream(), SIZE) - passing,
                passing,
                databases.getFirst().count(LOG),
                topics.records(),
                topics.bytes());
    }

    private static long sum(Stream<Database> databases, String query) {
        return databases.mapToLong(database -> database.count(query)).sum();
    }

    Holdings minus(Holdings before) {
        return new Holdings(
                lasting - before.lasting,
                passing - before.passing,
                log - before.log,
                records - before.records,
                topics - before.topics);
    }
}
