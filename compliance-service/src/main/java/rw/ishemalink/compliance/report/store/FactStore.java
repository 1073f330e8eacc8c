package rw.ishemalink.compliance.report.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** What happened, for the reports to count; only added to, and each event once. */
@ApplicationScoped
public class FactStore {

    private static final String ADD_PAYMENT = """
            insert into payment_fact (event_id, tenant, month, payment_id, booking_id, provider, provider_transaction_id,
                                      outcome, amount_rwf, occurred_at)
            values (:eventId, :tenant, :month, :paymentId, :bookingId, :provider, :providerTransactionId, :outcome,
                    :amountRwf, :occurredAt)
            on conflict (event_id) do nothing""";

    private static final String ADD_JOURNEY = """
            insert into journey_fact (event_id, tenant, month, booking_id, kind, change, occurred_at)
            values (:eventId, :tenant, :month, :bookingId, :kind, :change, :occurredAt)
            on conflict (event_id) do nothing""";

    /**
     * A change of a payment, without its payer.
     *
     * @param providerTransactionId empty when the provider named none
     * @param outcome SUCCEEDED, REFUNDED, ATTEMPT_FAILED, EXPIRED or CANCELLED
     */
    public record PaymentFact(
            UUID eventId,
            String tenant,
            UUID paymentId,
            UUID bookingId,
            String provider,
            String providerTransactionId,
            String outcome,
            long amountRwf,
            Instant occurredAt) {}

    /**
     * A change of a journey, without its people.
     *
     * @param change PICKED_UP, DELIVERED, CANCELLED, FAILED, HELD_AT_BORDER or LEFT_BORDER
     */
    public record JourneyFact(
            UUID eventId, String tenant, UUID bookingId, String kind, String change, Instant occurredAt) {}

    /** Notes a change of a payment, in the month in which it happened in Rwanda. */
    public void add(Handle sql, PaymentFact fact) {
        sql.createUpdate(ADD_PAYMENT)
                .bindMethods(fact)
                .bind("month", MonthScope.monthOf(fact.occurredAt()))
                .execute();
    }

    /** Notes a change of a journey, in the month in which it happened in Rwanda. */
    public void add(Handle sql, JourneyFact fact) {
        sql.createUpdate(ADD_JOURNEY)
                .bindMethods(fact)
                .bind("month", MonthScope.monthOf(fact.occurredAt()))
                .execute();
    }

    /** The rows of a table: texts and whole numbers. */
    public List<List<Object>> list(Handle sql, FactQuery query, MonthScope scope, long largeAboveRwf) {
        return sql.createQuery(query.sql())
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("tenant", scope.tenant())
                .bind("month", scope.firstDay())
                .bind("dayAfter", scope.dayAfter())
                .bind("start", scope.start())
                .bind("end", scope.end())
                .bind("largeAboveRwf", largeAboveRwf)
                .map(FactStore::row)
                .list();
    }

    private static List<Object> row(ResultSet row, StatementContext context) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            values.add(value instanceof Number number ? (Object) number.longValue() : String.valueOf(value));
        }
        return values;
    }
}
