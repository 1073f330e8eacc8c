package rw.ishemalink.notification.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.schemas.Language;

/** The drivers' phones and languages. */
@ApplicationScoped
public class DriverContacts {

    private static final String KEEP = """
            insert into driver_contact (driver_id, tenant, phone, language, sequence)
            values (:driverId, :tenant, :phone, :language, :sequence)
            on conflict (driver_id) do update
               set tenant = excluded.tenant, phone = excluded.phone, language = excluded.language,
                   sequence = excluded.sequence
             where driver_contact.sequence < excluded.sequence""";

    /** Keeps the contact unless a later one is known. */
    public void keep(Handle sql, UUID driverId, String tenant, String phone, Language language, long sequence) {
        sql.createUpdate(KEEP)
                .bind("driverId", driverId)
                .bind("tenant", tenant)
                .bind("phone", phone)
                .bind("language", language.name())
                .bind("sequence", sequence)
                .execute();
    }
}
