package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The export files on record, with their parcels. */
@ApplicationScoped
class ExportFiles {

    private static final String SAVE = """
            insert into export_file (booking_id, tenant, origin_district, origin_country, origin_label,
                                     destination_country, destination_label, border_post, consignee_name,
                                     consignee_address, commodity, hs_code, weight_kg, packages, declared_value,
                                     declared_currency, seals, rctg_reference)
            values (:bookingId, :tenant, :originDistrict, :originCountry, :originLabel, :destinationCountry,
                    :destinationLabel, :borderPost, :consigneeName, :consigneeAddress, :commodity, :hsCode,
                    :weightKg, :packages, :declaredValue, :declaredCurrency, :sealNumbers, :rctgReference)
            on conflict (booking_id) do update
               set origin_district = excluded.origin_district, origin_country = excluded.origin_country,
                   origin_label = excluded.origin_label, destination_country = excluded.destination_country,
                   destination_label = excluded.destination_label, border_post = excluded.border_post,
                   consignee_name = excluded.consignee_name, consignee_address = excluded.consignee_address,
                   commodity = excluded.commodity, hs_code = excluded.hs_code, weight_kg = excluded.weight_kg,
                   packages = excluded.packages, declared_value = excluded.declared_value,
                   declared_currency = excluded.declared_currency, seals = excluded.seals,
                   rctg_reference = excluded.rctg_reference""";

    private static final String PARCELS = """
            select commodity, hs_code, weight_kg, packages from export_parcel
             where booking_id = :bookingId order by line""";

    private static final String ADD_PARCEL = """
            insert into export_parcel (booking_id, line, commodity, hs_code, weight_kg, packages)
            values (:bookingId, :line, :commodity, :hsCode, :weightKg, :packages)""";

    private final ConsigneeSeal seal;

    ExportFiles(ConsigneeSeal seal) {
        this.seal = seal;
    }

    void save(Handle sql, ExportFile export) {
        sql.createUpdate(SAVE)
                .bindMethods(seal.seal(export))
                .bindArray("sealNumbers", String.class, export.seals())
                .execute();
        if (!listParcels(sql, export.bookingId()).equals(export.parcels())) {
            replaceParcels(sql, export);
        }
    }

    Optional<ExportFile> find(Handle sql, UUID bookingId) {
        return sql.createQuery("select * from export_file where booking_id = :bookingId")
                .bind("bookingId", bookingId)
                .map((row, _) -> export(row, listParcels(sql, bookingId)))
                .findOne()
                .map(seal::open);
    }

    private static List<ExportParcel> listParcels(Handle sql, UUID bookingId) {
        return sql.createQuery(PARCELS)
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(ExportParcel.class))
                .list();
    }

    private static void replaceParcels(Handle sql, ExportFile export) {
        sql.createUpdate("delete from export_parcel where booking_id = :bookingId")
                .bind("bookingId", export.bookingId())
                .execute();
        PreparedBatch batch = sql.prepareBatch(ADD_PARCEL);
        for (int line = 1; line <= export.parcels().size(); line++) {
            batch.bindMethods(export.parcels().get(line - 1))
                    .bind("bookingId", export.bookingId())
                    .bind("line", line)
                    .add();
        }
        batch.execute();
    }

    private static ExportFile export(ResultSet row, List<ExportParcel> parcels) throws SQLException {
        return new ExportFile(
                row.getObject("booking_id", UUID.class),
                row.getString("tenant"),
                row.getString("origin_district"),
                row.getString("origin_country"),
                row.getString("origin_label"),
                row.getString("destination_country"),
                row.getString("destination_label"),
                row.getString("border_post"),
                row.getString("consignee_name"),
                row.getString("consignee_address"),
                row.getString("commodity"),
                row.getString("hs_code"),
                row.getLong("weight_kg"),
                row.getInt("packages"),
                row.getObject("declared_value", Long.class),
                row.getString("declared_currency"),
                parcels,
                List.of((String[]) row.getArray("seals").getArray()),
                row.getString("rctg_reference"));
    }
}
