package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.outbox.Correlation;

/** Asks for receipts: one for each sale however small (law 020/2023), one for each refund of a sale. */
@ApplicationScoped
public class ReceiptJobs {

    private static final String ASK = """
            insert into receipt_job (booking_id, tenant, kind, tin, branch, service, tracking_code, total_rwf, tax_class,
                                     correlation_id)
            values (:bookingId, :tenant, :receipt, :tin, :branch, :kind, :trackingCode, :totalRwf, :taxClass,
                    :correlationId)
            on conflict (booking_id, kind) do nothing""";

    /** What is refunded is what was sold, on the device that sold it. */
    private static final String ASK_BACK = """
            insert into receipt_job (booking_id, tenant, kind, tin, branch, service, tracking_code, total_rwf, tax_class,
                                     correlation_id)
            select booking_id, tenant, 'REFUND', tin, branch, service, tracking_code, total_rwf, tax_class,
                   :correlationId
              from receipt_job where booking_id = :bookingId and kind = 'SALE'
            on conflict (booking_id, kind) do nothing""";

    private final ComplianceConfig.Seller seller;

    ReceiptJobs(ComplianceConfig config) {
        this.seller = config.seller();
    }

    /** The booking has been sold: it needs a receipt. Asking again changes nothing. */
    public void askForSale(Handle sql, CaseFile file) {
        sql.createUpdate("insert into fiscal_device (tin, branch) values (:tin, :branch) on conflict do nothing")
                .bind("tin", seller.tin())
                .bind("branch", seller.branch())
                .execute();
        sql.createUpdate(ASK)
                .bindMethods(file)
                .bind("receipt", ReceiptKind.SALE)
                .bind("correlationId", Correlation.currentId())
                .bind("tin", seller.tin())
                .bind("branch", seller.branch())
                .execute();
    }

    /** The booking is off: if it had been sold, the receipt is credited. Asking again changes nothing. */
    public void askForRefund(Handle sql, UUID bookingId) {
        sql.createUpdate(ASK_BACK)
                .bind("bookingId", bookingId)
                .bind("correlationId", Correlation.currentId())
                .execute();
    }
}
