package rw.ishemalink.booking.quote.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.quote.CargoTariff;
import rw.ishemalink.booking.quote.Commodity;
import rw.ishemalink.booking.quote.District;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.quote.MotoTariff;
import rw.ishemalink.booking.quote.Neighbour;
import rw.ishemalink.booking.quote.RoadFactor;
import rw.ishemalink.booking.quote.TariffBook;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Places, goods and tariffs, read once: they change by migration, so only with a new release. */
@ApplicationScoped
public class ReferenceData {

    private final Gazetteer gazetteer;
    private final TariffBook tariffs;

    ReferenceData(UnitOfWork unitOfWork) {
        this.gazetteer = unitOfWork.read(ReferenceData::readGazetteer);
        this.tariffs = unitOfWork.read(ReferenceData::readTariffs);
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }

    public TariffBook tariffs() {
        return tariffs;
    }

    private static Gazetteer readGazetteer(Handle sql) {
        return new Gazetteer(
                sql.createQuery("select * from district")
                        .map((row, _) -> new District(row.getString("code"), row.getString("name"), point(row)))
                        .list(),
                sql.createQuery("select * from neighbour")
                        .map((row, _) -> new Neighbour(row.getString("country"), row.getString("town"), point(row)))
                        .list(),
                sql.createQuery("select name from border_post")
                        .mapTo(String.class)
                        .list(),
                sql.createQuery("select * from commodity")
                        .map((row, _) -> new Commodity(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("hs_code"),
                                row.getBoolean("perishable")))
                        .list());
    }

    private static TariffBook readTariffs(Handle sql) {
        return new TariffBook(
                sql.createQuery("select * from cargo_tariff")
                        .map((row, _) -> cargo(row))
                        .list(),
                sql.createQuery("select * from moto_tariff")
                        .map((row, _) -> moto(row))
                        .list());
    }

    private static CargoTariff cargo(ResultSet row) throws SQLException {
        return new CargoTariff(
                row.getString("version"),
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
                row.getObject("effective_from", LocalDate.class),
                new RoadFactor(row.getInt("road_factor_percent")),
                row.getLong("start_rwf"),
                row.getLong("start_metres"),
                row.getLong("rwf_per_km"),
                row.getLong("far_metres"),
                row.getLong("far_rwf_per_km"));
    }

    private static GeoPoint point(ResultSet row) throws SQLException {
        return new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"));
    }
}
