package rw.ishemalink.compliance.receipt.print;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.Sellers;

/** Puts together what stands on a receipt, and counts how often each was printed. */
@ApplicationScoped
public class Printing {

    private static final String DETAILS = """
            select j.tin, j.branch, j.service, j.tracking_code, j.buyer_name, s.invoice_number as sold_as
              from receipt_job j left join receipt_job s on s.booking_id = j.booking_id and s.kind = 'SALE'
             where j.job_id = :jobId""";

    private static final String NOTE = """
            insert into receipt_print (receipt_id, number)
            select :receiptId, coalesce(max(number), 0) + 1 from receipt_print where receipt_id = :receiptId
            returning number""";

    private final Sellers sellers;
    private final ComplianceConfig.Receipts config;

    Printing(Sellers sellers, ComplianceConfig config) {
        this.sellers = sellers;
        this.config = config.receipts();
    }

    /** The receipt as it is printed now; from the second time on it is a copy. Holds the receipt until the transaction ends. */
    public PrintedReceipt print(Handle sql, FiscalReceiptRow receipt) {
        sql.createQuery("select 1 from fiscal_receipt where receipt_id = :receiptId for no key update")
                .bind("receiptId", receipt.receiptId())
                .mapTo(Integer.class)
                .one();
        int number = sql.createQuery(NOTE)
                .bind("receiptId", receipt.receiptId())
                .mapTo(Integer.class)
                .one();
        PrintedReceipt.Details details = details(sql, receipt.jobId());
        Seller seller = seller(receipt, details);
        return new PrintedReceipt(receipt, seller, details, QrText.of(receipt, seller, config), number > 1);
    }

    /** What the receipt's QR code says; empty when it has none. */
    public String qr(Handle sql, FiscalReceiptRow receipt) {
        return QrText.of(receipt, seller(receipt, details(sql, receipt.jobId())), config);
    }

    private static PrintedReceipt.Details details(Handle sql, long jobId) {
        return sql.createQuery(DETAILS)
                .bind("jobId", jobId)
                .map(ConstructorMapper.of(PrintedReceipt.Details.class))
                .one();
    }

    /** As configured now: of a branch that is not configured any more the number alone is known. */
    private Seller seller(FiscalReceiptRow receipt, PrintedReceipt.Details details) {
        Seller ofTenant = sellers.getFor(receipt.tenant());
        boolean same = ofTenant.tin().equals(details.tin()) && ofTenant.branch().equals(details.branch());
        return same ? ofTenant : sellers.find(details.tin(), details.branch()).orElse(ofTenant);
    }
}
