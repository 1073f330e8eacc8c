package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.problem.ProblemException;

/** Whether there is a tenant, and whether its people may log in. */
@Singleton
public class Tenants {

    /** The tenant of whoever names none. */
    public static final String DEFAULT = "ishemalink";

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

    /** The language of the tenant's newcomers; stops with 404 when there is no such tenant, with 403 when it is closed. */
    public static Language getLanguageOfNew(Handle sql, String tenant) {
        return sql.createQuery("select languages[1] from tenant where tenant = :tenant and open")
                .bind("tenant", tenant)
                .mapTo(String.class)
                .findOne()
                .map(Language::valueOf)
                .orElseThrow(() -> refusal(sql, tenant));
    }

    private static ProblemException refusal(Handle sql, String tenant) {
        check(sql, tenant);
        return ProblemException.forbidden("tenant-closed");
    }
}
