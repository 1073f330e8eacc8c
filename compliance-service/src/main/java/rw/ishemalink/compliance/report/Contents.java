package rw.ishemalink.compliance.report;

import static rw.ishemalink.compliance.report.Column.summed;
import static rw.ishemalink.compliance.report.Column.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.report.store.FactQuery;
import rw.ishemalink.compliance.report.store.FactStore;
import rw.ishemalink.compliance.report.store.MonthScope;

/** What stands in which report. */
@ApplicationScoped
class Contents {

    private final FactStore facts;
    private final long largeAboveRwf;

    Contents(FactStore facts, ComplianceConfig config) {
        this.facts = facts;
        this.largeAboveRwf = config.bnr().largeAboveRwf();
    }

    /** The tables of the report, in order. */
    List<Section> list(Handle sql, ReportKind kind, MonthScope scope) {
        return switch (kind) {
            case BNR_MONTH -> List.of(payments(sql, scope));
            case BNR_LARGE_PAYMENTS -> List.of(largePayments(sql, scope));
            case MINICOM_MONTH ->
                List.of(
                        exports(sql, scope, "border-post", FactQuery.EXPORTS_BY_BORDER_POST),
                        exports(sql, scope, "country", FactQuery.EXPORTS_BY_COUNTRY),
                        chapters(sql, scope),
                        holds(sql, scope),
                        trips(sql, scope));
            case RURA_MONTH ->
                List.of(decisions(sql, scope), rules(sql, scope), trips(sql, scope), expiring(sql, scope));
        };
    }

    private Section payments(Handle sql, MonthScope scope) {
        return section(
                sql,
                scope,
                "payments",
                "Payments by provider; large means above RWF " + largeAboveRwf,
                FactQuery.PAYMENTS,
                text("provider"),
                summed("succeeded"),
                summed("succeeded_rwf"),
                summed("refunded"),
                summed("refunded_rwf"),
                summed("attempts_failed"),
                summed("expired"),
                summed("cancelled"),
                summed("large"),
                summed("large_rwf"));
    }

    private Section largePayments(Handle sql, MonthScope scope) {
        return section(
                sql,
                scope,
                "large-payments",
                "Payments above RWF " + largeAboveRwf,
                FactQuery.LARGE_PAYMENTS,
                text("day"),
                text("payment_id"),
                text("booking_id"),
                text("provider"),
                text("provider_transaction_id"),
                text("outcome"),
                summed("amount_rwf"));
    }

    private Section exports(Handle sql, MonthScope scope, String by, FactQuery query) {
        return section(
                sql,
                scope,
                "exports-by-" + by,
                "Exports that left Rwanda, by " + by.replace('-', ' '),
                query,
                text(by.replace('-', '_')),
                summed("exports"),
                summed("gross_weight_kg"),
                summed("declared_rwf"),
                summed("without_declared_value"));
    }

    private Section chapters(Handle sql, MonthScope scope) {
        return section(
                sql,
                scope,
                "exports-by-hs-chapter",
                "Exports that left Rwanda, by chapter of the Harmonized System; a declared value is split by weight",
                FactQuery.EXPORTS_BY_CHAPTER,
                text("hs_chapter"),
                Column.number("exports"),
                summed("packages"),
                summed("gross_weight_kg"),
                summed("declared_rwf"));
    }

    private Section holds(Handle sql, MonthScope scope) {
        return section(
                sql,
                scope,
                "border-holds",
                "Holds at the border, by border post",
                FactQuery.HOLDS,
                text("border_post"),
                summed("holds"),
                Column.number("exports_held"));
    }

    private Section trips(Handle sql, MonthScope scope) {
        return section(
                sql,
                scope,
                "trips",
                "Journeys, by kind",
                FactQuery.TRIPS,
                text("kind"),
                summed("picked_up"),
                summed("delivered"),
                summed("cancelled"),
                summed("unpaid"));
    }

    private Section decisions(Handle sql, MonthScope scope) {
        return section(
                sql,
                scope,
                "dispatch-decisions",
                "Dispatch decisions, by verdict",
                FactQuery.DECISIONS,
                text("verdict"),
                summed("decisions"));
    }

    private Section rules(Handle sql, MonthScope scope) {
        return section(
                sql,
                scope,
                "dispatch-rules",
                "How the rules came out, over all decisions",
                FactQuery.RULES,
                text("rule"),
                text("legal_reference"),
                summed("met"),
                summed("unmet"),
                summed("unknown"));
    }

    private Section expiring(Handle sql, MonthScope scope) {
        return new Section(
                "licences-expiring",
                "Licences on record that end after the month, as known when this was made",
                true,
                List.of(text("kind"), summed("within_30_days"), summed("within_60_days"), summed("within_90_days")),
                facts.list(sql, FactQuery.EXPIRING, scope, largeAboveRwf));
    }

    private Section section(
            Handle sql, MonthScope scope, String name, String title, FactQuery query, Column... columns) {
        return new Section(name, title, false, List.of(columns), facts.list(sql, query, scope, largeAboveRwf));
    }
}
