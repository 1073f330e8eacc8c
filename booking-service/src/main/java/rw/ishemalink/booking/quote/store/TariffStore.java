package rw.ishemalink.booking.quote.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.quote.CargoTariff;
import rw.ishemalink.booking.quote.MotoTariff;
import rw.ishemalink.booking.quote.Published;
import rw.ishemalink.booking.quote.RoadFactor;

/** The tables of tariffs. Rows are only added, one publisher at a time; the database refuses everything else. */
@ApplicationScoped
public class TariffStore {

    private static final String INSERT_CARGO = """
            insert into cargo_tariff (version, source, effective_from, rwf_per_tonne_km, road_factor_percent,
              minimum_metres, minimum_rwf, international_percent, perishable_percent, published_by)
            values (:version, :source, :effectiveFrom, :rwfPerTonneKm, :roadFactor.percent,
              :minimumMetres, :minimumRwf, :internationalPercent, :perishablePercent, :publisher)
            returning *""";

    private static final String INSERT_MOTO = """
            insert into moto_tariff (version, source, effective_from, road_factor_percent,
              start_rwf, start_metres, rwf_per_km, far_metres, far_rwf_per_km, published_by)
            values (:version, :source, :effectiveFrom, :roadFactor.percent,
              :startRwf, :startMetres, :rwfPerKm, :farMetres, :farRwfPerKm, :publisher)
            returning *""";

    /** Until the transaction ends nobody else publishes a cargo tariff; reading goes on. */
    public void lockCargo(Handle sql) {
        sql.execute("lock table cargo_tariff in share row exclusive mode");
    }

    /** Until the transaction ends nobody else publishes a moto tariff; reading goes on. */
    public void lockMoto(Handle sql) {
        sql.execute("lock table moto_tariff in share row exclusive mode");
    }

    public List<Published<CargoTariff>> listCargo(Handle sql) {
        return sql.createQuery("select * from cargo_tariff order by effective_from")
                .map((row, _) -> new Published<>(cargo(row), publishedAt(row)))
                .list();
    }

    public List<Published<MotoTariff>> listMoto(Handle sql) {
        return sql.createQuery("select * from moto_tariff order by effective_from")
                .map((row, _) -> new Published<>(moto(row), publishedAt(row)))
                .list();
    }

    public Published<CargoTariff> insertCargo(Handle sql, CargoTariff tariff, UUID publisher) {
        return sql.createQuery(INSERT_CARGO)
                .bindMethods(tariff)
                .bind("publisher", publisher)
                .map((row, _) -> new Published<>(cargo(row), publishedAt(row)))
                .one();
    }

    public Published<MotoTariff> insertMoto(Handle sql, MotoTariff tariff, UUID publisher) {
        return sql.createQuery(INSERT_MOTO)
                .bindMethods(tariff)
                .bind("publisher", publisher)
                .map((row, _) -> new Published<>(moto(row), publishedAt(row)))
                .one();
    }

    private static CargoTariff cargo(ResultSet row) throws SQLException {
        return new CargoTariff(
                row.getString("version"),
                row.getString("source"),
                row.getObject("effective_from", LocalDate.class),
                row.getLong("rwf_per_tonne_km"),
                new RoadFactor(row.getInt("road_factor_percent")),
                row.getLong("minimum_metres"),
                row.getLong("minimum_rwf"),
                row.getInt("international_percent"),
                row.getInt("perishable_percent"));
    }

    private static MotoTariff moto(ResultSet row) throws SQLException {
        return new MotoTariff(
                row.getString("version"),
                row.getString("source"),
                row.getObject("effective_from", LocalDate.class),
                new RoadFactor(row.getInt("road_factor_percent")),
                row.getLong("start_rwf"),
                row.getLong("start_metres"),
                row.getLong("rwf_per_km"),
                row.getLong("far_metres"),
                row.getLong("far_rwf_per_km"));
    }

    private static Instant publishedAt(ResultSet row) throws SQLException {
        return row.getObject("published_at", OffsetDateTime.class).toInstant();
    }
}
