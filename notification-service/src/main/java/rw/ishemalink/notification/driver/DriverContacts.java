package rw.ishemalink.notification.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** The drivers' phones and languages. */
@ApplicationScoped
public class DriverContacts {

    private static final String KEEP = """
            insert into driver_contact (driver_id, tenant, phone, language, vehicle_id, operator_id, sequence)
            select :driverId, :tenant, :phone, :language, :vehicleId, cast(:operatorId as uuid), :sequence
             where not exists (select from erased_person where person_id = :driverId)
            on conflict (driver_id) do update
               set tenant = excluded.tenant, phone = excluded.phone, language = excluded.language,
                   vehicle_id = excluded.vehicle_id, operator_id = excluded.operator_id,
                   sequence = excluded.sequence
             where driver_contact.sequence < excluded.sequence""";

    private static final SealedColumn PHONE = new SealedColumn("driver_contact", "phone");

    public static final SealedTable TABLE =
            SealedTable.of("driver_contact", "driver_id").with(PHONE);

    private final ColumnCipher cipher;

    DriverContacts(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    /** A driver's phone, in clear. */
    public String open(UUID driverId, String stored) {
        return cipher.open(PHONE, driverId, stored);
    }

    /** Keeps the contact unless a later one is known. Who was forgotten has none. */
    public void keep(Handle sql, DriverContact contact, long sequence) {
        sql.createUpdate(KEEP)
                .bind("driverId", contact.driverId())
                .bind("tenant", contact.tenant())
                .bind("phone", cipher.seal(PHONE, contact.driverId(), contact.phone()))
                .bind("language", contact.language().name())
                .bind("vehicleId", contact.vehicleId())
                .bind("operatorId", contact.operatorId())
                .bind("sequence", sequence)
                .execute();
    }

    /** Who drives the vehicle. */
    public List<UUID> listOfVehicle(Handle sql, String tenant, UUID vehicleId) {
        return sql.createQuery("""
                        select driver_id from driver_contact
                         where tenant = :tenant and vehicle_id = :vehicleId order by driver_id""")
                .bind("tenant", tenant)
                .bind("vehicleId", vehicleId)
                .mapTo(UUID.class)
                .list();
    }

    /** Who drives for the operator. */
    public List<UUID> listOfOperator(Handle sql, String tenant, UUID operatorId) {
        return sql.createQuery("""
                        select driver_id from driver_contact
                         where tenant = :tenant and operator_id = :operatorId order by driver_id""")
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .mapTo(UUID.class)
                .list();
    }
}
