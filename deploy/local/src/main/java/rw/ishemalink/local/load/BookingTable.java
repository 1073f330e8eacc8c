package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import rw.ishemalink.local.parts.JdbcAccess;

/** Bookings in PostgreSQL as a service keeps them, with the materialised views that answer the questions of analytics. */
final class BookingTable {

    /** In the order in which they are refreshed. */
    static final List<String> VIEWS = List.of("routes", "revenue", "commodities", "heatmap", "leaderboard", "patterns");

    private static final String SCRIPT = "analytics-views.sql";
    private static final String NULL = "\\N";
    private static final int COPY_BYTES = 1 << 16;

    private final JdbcAccess access;

    BookingTable(JdbcAccess access) {
        this.access = access;
    }

    /** Makes table and views. */
    void create() {
        execute(script());
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(BookingTable.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connect() {
        try {
            return DriverManager.getConnection(access.url(), access.user(), access.password());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Database database() {
        return new Database(access);
    }

    /** Fills in lives as they end, from one number to before another. */
    void copy(LoadLives lives, long from, long to) {
        try (Connection connection = connect()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy booking from stdin");
            StringBuilder rows = new StringBuilder(COPY_BYTES * 2);
            for (long number = from; number < to; number++) {
                rows.append(row(lives.life(number), LoadLife.TENANT)).append('\n');
                if (rows.length() > COPY_BYTES || number + 1 == to) {
                    byte[] bytes = rows.toString().getBytes(UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    rows.setLength(0);
                }
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What a database that has been there for long knows of its rows. */
    void analyze() {
        execute("vacuum analyze booking");
    }

    /** The row in PostgreSQL's text format. */
    static String row(LoadLife life, String tenant) {
        return Stream.of(
                        life.bookingId(),
                        tenant,
                        "ISH-%08d".formatted(life.number()),
                        life.kind(),
                        "RW-" + life.origin(),
                        life.isDomestic() ? "RW-" + life.destination() : life.destination(),
                        life.sender(),
                        // As long as a sealed column is.
                        "sealed:k1:%056d".formatted(life.number()),
                        "{\"origin\": {\"label\": \"somewhere\", \"country\": \"RW\"}, \"packages\": 10}",
                        life.commodity(),
                        life.weightKg(),
                        life.grossFrancs(),
                        life.vatFrancs(),
                        life.commissionFrancs(),
                        life.provider(),
                        life.payment(),
                        life.status(),
                        life.driver(),
                        life.operator(),
                        life.stars(),
                        life.createdAt(),
                        life.paidAt(),
                        life.assignedAt(),
                        life.pickedUpAt(),
                        life.deliveredAt(),
                        life.endedAt())
                .map(BookingTable::text)
                .collect(Collectors.joining("\t"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? NULL : value.toString();
    }

    /** Writes one booking as an application does: made in one transaction, ended in another. */
    static void write(Connection connection, LoadLife life, String tenant) throws SQLException {
        String[] values = row(life, tenant).split("\t", -1);
        String places = Stream.of(values).map(_ -> "?").collect(Collectors.joining(","));
        try (PreparedStatement insert = connection.prepareStatement("insert into booking values (" + places + ")")) {
            for (int i = 0; i < values.length; i++) {
                String value = NULL.equals(values[i]) ? null : values[i];
                // 0: the server finds the type.
                insert.setObject(i + 1, value, Types.OTHER);
            }
            insert.executeUpdate();
        }
    }

    /** Refreshes one view while it can be read. */
    static void refresh(Statement statement, String view) throws SQLException {
        statement.execute("refresh materialized view concurrently " + view);
    }

    /** Refreshes all. */
    void refreshAll() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String view : VIEWS) {
                refresh(statement, view);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Bytes that were written to the log of the database so far. */
    long walBytes() {
        return database().count("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static IllegalStateException failed(SQLException e) {
        return new IllegalStateException(
                "PostgreSQL refuses: " + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT), e);
    }
}
