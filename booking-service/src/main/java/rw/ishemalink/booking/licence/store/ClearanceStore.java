package rw.ishemalink.booking.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.licence.Clearance;
import rw.ishemalink.booking.licence.Clearance.News;
import rw.ishemalink.booking.licence.Clearance.Standing;
import rw.ishemalink.booking.lifecycle.Assignment;

/** Clearances, and what was heard of licences since. */
@ApplicationScoped
public class ClearanceStore {

    private static final String KEEP = """
            insert into clearance (decision_id, booking_id, tenant, decided_at, valid_until)
            select cast(:decisionId as uuid), booking_id, tenant, cast(:decidedAt as timestamptz), cast(:validUntil as date)
              from booking
             where tenant = :tenant and booking_id = :bookingId
            on conflict do nothing""";

    private static final String HEAR = """
            insert into licence_news as n (holder_id, licence_kind, tenant, standing, occurred_at, sequence)
            values (:holderId, :licenceKind, :tenant, :standing, :occurredAt, :sequence)
            on conflict (holder_id, licence_kind) do update
               set standing = excluded.standing, occurred_at = excluded.occurred_at, sequence = excluded.sequence
             where n.sequence < excluded.sequence""";

    /** Keeps what compliance decided. */
    public void keep(Handle sql, String tenant, UUID bookingId, Clearance clearance) {
        sql.createUpdate(KEEP)
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .bind("decisionId", clearance.decisionId())
                .bind("decidedAt", clearance.decidedAt())
                .bind("validUntil", clearance.validUntil())
                .execute();
    }

    /** The decision of that id. */
    public Optional<Clearance> find(Handle sql, String tenant, UUID decisionId) {
        return sql.createQuery("select * from clearance where tenant = :tenant and decision_id = :decisionId")
                .bind("tenant", tenant)
                .bind("decisionId", decisionId)
                .map((row, _) -> clearance(row))
                .findOne();
    }

    /** Keeps what is heard of a licence; older news changes nothing. */
    public void hear(Handle sql, String tenant, UUID holderId, String licenceKind, News news, long sequence) {
        sql.createUpdate(HEAR)
                .bind("tenant", tenant)
                .bind("holderId", holderId)
                .bind("licenceKind", licenceKind)
                .bind("standing", news.standing())
                .bind("occurredAt", news.occurredAt())
                .bind("sequence", sequence)
                .execute();
    }

    /** What was heard last of each licence of the driver, the vehicle and the operator. */
    public List<News> listNews(Handle sql, String tenant, Assignment moved) {
        UUID[] holders = Stream.concat(
                        Stream.of(moved.driverId(), moved.vehicleId()), Stream.ofNullable(moved.operatorId()))
                .toArray(UUID[]::new);
        return sql.createQuery("""
                        select standing, occurred_at from licence_news
                         where tenant = :tenant and holder_id = any(:holders)""")
                .bind("tenant", tenant)
                .bind("holders", holders)
                .map((row, _) -> new News(Standing.valueOf(row.getString("standing")), time(row, "occurred_at")))
                .list();
    }

    private static Clearance clearance(ResultSet row) throws SQLException {
        return new Clearance(
                row.getObject("decision_id", UUID.class),
                time(row, "decided_at"),
                row.getObject("valid_until", LocalDate.class));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
