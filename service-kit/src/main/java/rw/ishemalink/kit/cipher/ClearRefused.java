package rw.ishemalink.kit.cipher;

import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** The constraints that refuse values in clear, made as soon as no row holds any. */
final class ClearRefused {

    private static final long ADVISORY_LOCK = 0x736561_6C6564L; // "sealed"

    private static final String KNOWN = """
            select count(*) from pg_constraint
             where conname = :name and convalidated and conrelid = cast(:table as regclass)""";

    private ClearRefused() {}

    static boolean isSo(Handle sql, SealedTable table) {
        return table.fields().stream()
                .allMatch(field -> sql.createQuery(KNOWN)
                                .bind("name", field.constraint())
                                .bind("table", table.table())
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    /** Made unchecked and then checked, so that the table is locked for a moment only, however large it is. */
    static void make(UnitOfWork work, SealedTable table) {
        for (SealedTable.Field field : table.fields()) {
            work.run(tx -> {
                lock(tx.sql());
                tx.sql().execute("set local lock_timeout = '2s'");
                tx.sql()
                        .execute("alter table %s drop constraint if exists %s"
                                .formatted(table.table(), field.constraint()));
                tx.sql()
                        .execute("alter table %s add constraint %s check (%s like '%s%%') not valid"
                                .formatted(table.table(), field.constraint(), field.name(), Envelope.PREFIX));
            });
            work.run(tx -> {
                lock(tx.sql());
                tx.sql().execute("alter table %s validate constraint %s".formatted(table.table(), field.constraint()));
            });
        }
    }

    private static void lock(Handle sql) {
        sql.createQuery("select pg_advisory_xact_lock(:lock)::text")
                .bind("lock", ADVISORY_LOCK)
                .mapTo(String.class)
                .findOne();
    }
}
