package rw.ishemalink.kit.outbox;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import rw.ishemalink.local.parts.SuiteParts;

/** A fresh database with the kit's tables and a table of counters to write beside the outbox. */
final class OutboxDatabase {

    private OutboxDatabase() {}

    static Jdbi create() {
        SuiteParts parts = SuiteParts.shared();
        String name = "outbox_" + UUID.randomUUID().toString().replace("-", "");
        parts.createDatabase(name);
        Flyway.configure()
                .dataSource(parts.jdbcUrl(name), parts.jdbcUser(), parts.jdbcPassword())
                .locations("db/kit")
                .load()
                .migrate();
        Jdbi jdbi = Jdbi.create(parts.jdbcUrl(name), parts.jdbcUser(), parts.jdbcPassword())
                .installPlugin(new PostgresPlugin());
        jdbi.useHandle(sql -> {
            sql.execute("create table outbox_all partition of outbox default");
            sql.execute("create table counter (key uuid primary key, value bigint not null)");
        });
        return jdbi;
    }
}
