package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What people let clients do. */
@Singleton
class Consents {

    /** Whether the person has agreed to all of those. */
    boolean covers(Handle sql, UUID personId, String clientId, Set<String> scopes) {
        return sql.createQuery("""
                        select exists (select 1 from oauth_consent
                          where person_id = :personId and client_id = :clientId and scopes @> cast(:scopes as text[]))""")
                .bind("personId", personId)
                .bind("clientId", clientId)
                .bindArray("scopes", String.class, scopes.toArray())
                .mapTo(Boolean.class)
                .one();
    }

    /** From now on the person agrees to those; what they agreed to before stays. */
    void give(Handle sql, String tenant, UUID personId, String clientId, Set<String> scopes) {
        sql.createUpdate("""
                        insert into oauth_consent as c (person_id, tenant, client_id, scopes)
                        values (:personId, :tenant, :clientId, :scopes)
                        on conflict (person_id, client_id) do update set given_at = now(), scopes = array(
                          select distinct unnest(c.scopes || excluded.scopes) order by 1)""")
                .bind("personId", personId)
                .bind("tenant", tenant)
                .bind("clientId", clientId)
                .bindArray("scopes", String.class, scopes.stream().sorted().toList())
                .execute();
    }
}
