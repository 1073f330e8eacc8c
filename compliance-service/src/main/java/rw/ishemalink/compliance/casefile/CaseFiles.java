package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The case files on record. An event that is older than what is on record changes nothing. */
@ApplicationScoped
public class CaseFiles {

    private static final String SAVE = """
            insert into case_file (booking_id, tenant, tracking_code, kind, status, sender_id, origin, destination,
                                   total_rwf, tax_class, driver_id, vehicle_plate, booking_sequence)
            values (:bookingId, :tenant, :trackingCode, :kind, :status, :senderId, :origin, :destination,
                    :totalRwf, :taxClass, :driverId, :vehiclePlate, :bookingSequence)
            on conflict (booking_id) do update
               set status = excluded.status, origin = excluded.origin, destination = excluded.destination,
                   total_rwf = excluded.total_rwf, tax_class = excluded.tax_class, driver_id = excluded.driver_id,
                   vehicle_plate = excluded.vehicle_plate, booking_sequence = excluded.booking_sequence
             where case_file.booking_sequence < excluded.booking_sequence""";

    private static final String SAVE_EXPORT = """
            insert into export_file (booking_id, tenant, origin_district, origin_country, origin_label,
                                     destination_country, destination_label, border_post, consignee_name,
                                     consignee_address, commodity, hs_code, weight_kg, packages, declared_value,
                                     declared_currency)
            values (:bookingId, :tenant, :originDistrict, :originCountry, :originLabel, :destinationCountry,
                    :destinationLabel, :borderPost, :consigneeName, :consigneeAddress, :commodity, :hsCode,
                    :weightKg, :packages, :declaredValue, :declaredCurrency)
            on conflict (booking_id) do update
               set consignee_name = excluded.consignee_name, consignee_address = excluded.consignee_address,
                   border_post = excluded.border_post, declared_value = excluded.declared_value,
                   declared_currency = excluded.declared_currency""";

    private static final String BY_ID = "select * from case_file where booking_id = :bookingId";

    /** Keeps the booking as it stands; false when something newer is on record. */
    public boolean save(Handle sql, CaseFile file) {
        return sql.createUpdate(SAVE).bindMethods(file).execute() == 1;
    }

    /** Keeps what customs need to know. */
    public void saveExport(Handle sql, ExportFile export) {
        sql.createUpdate(SAVE_EXPORT).bindMethods(export).execute();
    }

    /** The booking, if it is the tenant's. */
    public Optional<CaseFile> findFor(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery(BY_ID + " and tenant = :tenant")
                .bind("bookingId", bookingId)
                .bind("tenant", tenant)
                .map(ConstructorMapper.of(CaseFile.class))
                .findOne();
    }

    /**
     * The booking, held until the transaction ends.
     *
     * @throws IllegalStateException when none is on record
     */
    public CaseFile getLocked(Handle sql, UUID bookingId) {
        return sql.createQuery(BY_ID + " for no key update")
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(CaseFile.class))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no case file of booking " + bookingId));
    }

    /** What customs need to know of the booking, if it is an export. */
    public Optional<ExportFile> findExport(Handle sql, UUID bookingId) {
        return sql.createQuery("select * from export_file where booking_id = :bookingId")
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(ExportFile.class))
                .findOne();
    }

    /** The number of the next event about the booking; holds the booking until the transaction ends. */
    long nextSequence(Handle sql, UUID bookingId) {
        return sql.createQuery("""
                        update case_file set event_sequence = event_sequence + 1
                         where booking_id = :bookingId returning event_sequence""")
                .bind("bookingId", bookingId)
                .mapTo(Long.class)
                .one();
    }
}
