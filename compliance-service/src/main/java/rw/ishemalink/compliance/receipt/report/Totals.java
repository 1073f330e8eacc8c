package rw.ishemalink.compliance.receipt.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.TransportItem;

/** Adds up what a device did on a day. */
@ApplicationScoped
class Totals {

    private static final String OF_THE_DAY = """
            from fiscal_receipt r join receipt_job j using (job_id)
            where j.tin = :tin and j.branch = :branch and r.recorded_at >= :begin and r.recorded_at < :end""";

    private static final String LINES = """
            select r.kind, r.tax_class, count(*) as receipts, sum(r.total_rwf) as total_rwf, sum(r.vat_rwf) as vat_rwf
            %s and r.source = 'DEVICE' group by r.kind, r.tax_class order by r.kind desc, r.tax_class""".formatted(OF_THE_DAY);

    private static final String SPAN = """
            select min(r.invoice_number) filter (where r.source = 'DEVICE') as first_invoice,
                   max(r.invoice_number) filter (where r.source = 'DEVICE') as last_invoice,
                   count(*) filter (where r.source = 'LOCAL') as signed_locally
            %s""".formatted(OF_THE_DAY);

    private static final String COPIES = """
            select count(*) from receipt_print p join fiscal_receipt r using (receipt_id) join receipt_job j using (job_id)
             where j.tin = :tin and j.branch = :branch and p.number > 1
               and p.printed_at >= :begin and p.printed_at < :end""";

    private static final String ITEMS = """
            select j.service, r.tax_class,
                   count(*) filter (where r.kind = 'SALE') as sold,
                   coalesce(sum(r.total_rwf) filter (where r.kind = 'SALE'), 0) as sold_rwf,
                   count(*) filter (where r.kind = 'REFUND') as refunded,
                   coalesce(sum(r.total_rwf) filter (where r.kind = 'REFUND'), 0) as refunded_rwf
            %s and r.source = 'DEVICE' group by j.service, r.tax_class order by j.service, r.tax_class""".formatted(OF_THE_DAY);

    DayTotals ofDay(Handle sql, Seller seller, LocalDate day) {
        List<DayTotals.Line> lines = ofDay(sql, LINES, seller, day)
                .map(ConstructorMapper.of(DayTotals.Line.class))
                .list();
        long copies = ofDay(sql, COPIES, seller, day).mapTo(Long.class).one();
        return ofDay(sql, SPAN, seller, day)
                .map((row, _) -> new DayTotals(
                        lines,
                        row.getObject("first_invoice", Long.class),
                        row.getObject("last_invoice", Long.class),
                        copies,
                        row.getLong("signed_locally")))
                .one();
    }

    List<ItemReport.Item> itemsOfDay(Handle sql, Seller seller, LocalDate day) {
        return ofDay(sql, ITEMS, seller, day).map((row, _) -> item(seller, row)).list();
    }

    private static ItemReport.Item item(Seller seller, ResultSet row) throws SQLException {
        TransportItem item = TransportItem.of(BookingKind.valueOf(row.getString("service")));
        return new ItemReport.Item(
                item.code(seller.jurisdiction().country()),
                item.printedName(),
                TaxClass.valueOf(row.getString("tax_class")),
                row.getLong("sold"),
                row.getLong("sold_rwf"),
                row.getLong("refunded"),
                row.getLong("refunded_rwf"));
    }

    private static Query ofDay(Handle sql, String query, Seller seller, LocalDate day) {
        ZoneId zone = seller.jurisdiction().zone();
        return sql.createQuery(query)
                .bind("tin", seller.tin())
                .bind("branch", seller.branch())
                .bind("begin", day.atStartOfDay(zone).toOffsetDateTime())
                .bind("end", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }
}
