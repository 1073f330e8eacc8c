package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Brands on the platform, each with people and data of its own. */
@Singleton
public class Tenants {

    /** The tenant of whoever names none. */
    public static final String DEFAULT = "ishemalink";

    private final UnitOfWork work;

    Tenants(UnitOfWork work) {
        this.work = work;
    }

    /** A new tenant; 409 when there is one of that id. */
    public void create(String tenant, String name) {
        boolean isNew = work.call(tx -> tx.sql()
                        .createUpdate(
                                "insert into tenant (tenant, name) values (:tenant, :name) on conflict do nothing")
                        .bind("tenant", tenant)
                        .bind("name", name)
                        .execute()
                > 0);
        if (!isNew) {
            throw ProblemException.conflict("tenant-exists", tenant);
        }
    }

    /** Stops with 404 when there is no such tenant. */
    public static void check(Handle sql, String tenant) {
        boolean exists = sql.createQuery("select exists (select 1 from tenant where tenant = :tenant)")
                .bind("tenant", tenant)
                .mapTo(Boolean.class)
                .one();
        if (!exists) {
            throw ProblemException.notFound("no-such-tenant");
        }
    }
}
