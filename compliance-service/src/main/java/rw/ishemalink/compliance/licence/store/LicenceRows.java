package rw.ishemalink.compliance.licence.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;

/** Reads licences from rows that have a licence's columns. */
final class LicenceRows {

    private LicenceRows() {}

    /** The licence of a row that has one, as it is stored: sealed. */
    static Licence licence(ResultSet row) throws SQLException {
        return new Licence(
                row.getString("number"),
                Licence.Status.valueOf(row.getString("status")),
                row.getObject("valid_until", LocalDate.class),
                row.getString("vehicle_plate"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("holder"),
                row.getString("holder_tin"),
                row.getString("zone"),
                list(row.getArray("categories")));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant findTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    // A column may be null, whatever the compiler is told of JDBC.
    static @Nullable UUID findId(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
