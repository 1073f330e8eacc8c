package rw.ishemalink.compliance.receipt.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.problem.ProblemException;

/** The days of the devices: as they stand, and closed. */
@ApplicationScoped
public class DayBooks {

    private static final String CLOSED =
            "select * from day_report where tin = :tin and branch = :branch and day = :day";

    /** Who records a receipt holds the device; so what is recorded after this is stamped after it, on a later day. */
    private static final String HOLD =
            "select 1 from fiscal_device where tin = :tin and branch = :branch for no key update";

    private static final String CLOSE = """
            insert into day_report (tin, branch, number, day, totals, closed_by)
            select :tin, :branch, coalesce(max(number), 0) + 1, :day, cast(:totals as jsonb), :closedBy
              from day_report where tin = :tin and branch = :branch""";

    private final Totals totals;
    private final ObjectMapper json;

    DayBooks(Totals totals, ObjectMapper json) {
        this.totals = totals;
        this.json = json;
    }

    /** X: the day as it stands now. */
    public DayReport lookAt(Handle sql, Seller seller, LocalDate day) {
        return new DayReport(
                seller.tin(), seller.branch(), seller.name(), day, null, now(sql), totals.ofDay(sql, seller, day));
    }

    /** Z: the day as it was closed. */
    public Optional<DayReport> findClosed(Handle sql, Seller seller, LocalDate day) {
        return sql.createQuery(CLOSED)
                .bind("tin", seller.tin())
                .bind("branch", seller.branch())
                .bind("day", day)
                .map((row, _) -> closed(seller, row))
                .findOne();
    }

    /**
     * Closes the day; closed already, it stays as it is.
     *
     * @throws ProblemException 409 when the day is not over, or the device has never been used
     */
    public DayReport close(Tx tx, Seller seller, LocalDate day, UUID closedBy) {
        hold(tx.sql(), seller);
        Optional<DayReport> before = findClosed(tx.sql(), seller, day);
        if (before.isPresent()) {
            return before.get();
        }
        LocalDate today =
                LocalDate.ofInstant(now(tx.sql()), seller.jurisdiction().zone());
        if (!day.isBefore(today)) {
            throw ProblemException.conflict("day-not-over", day);
        }
        tx.sql()
                .createUpdate(CLOSE)
                .bind("tin", seller.tin())
                .bind("branch", seller.branch())
                .bind("day", day)
                .bind("totals", write(totals.ofDay(tx.sql(), seller, day)))
                .bind("closedBy", closedBy)
                .execute();
        return findClosed(tx.sql(), seller, day).orElseThrow();
    }

    /** PLU: the day by item. */
    public ItemReport items(Handle sql, Seller seller, LocalDate day) {
        return new ItemReport(seller.tin(), seller.branch(), seller.name(), day, totals.itemsOfDay(sql, seller, day));
    }

    private static void hold(Handle sql, Seller seller) {
        boolean used = sql.createQuery(HOLD)
                .bind("tin", seller.tin())
                .bind("branch", seller.branch())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!used) {
            throw ProblemException.conflict("device-unused");
        }
    }

    private DayReport closed(Seller seller, ResultSet row) throws SQLException {
        return new DayReport(
                seller.tin(),
                seller.branch(),
                seller.name(),
                row.getObject("day", LocalDate.class),
                row.getLong("number"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                read(row.getString("totals")));
    }

    private static Instant now(Handle sql) {
        return sql.createQuery("select clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }

    private String write(DayTotals day) {
        try {
            return json.writeValueAsString(day);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a day's totals cannot be written", e);
        }
    }

    private DayTotals read(String text) {
        try {
            return json.readValue(text, DayTotals.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a day's totals on record cannot be read", e);
        }
    }
}
