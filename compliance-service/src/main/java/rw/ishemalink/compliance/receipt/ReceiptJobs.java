package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.Buyer;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.kit.outbox.Correlation;

/** Asks for receipts: one for each sale however small (law 020/2023), one for each refund of a sale. */
@ApplicationScoped
public class ReceiptJobs {

    private static final String ASK = """
            with device as (insert into fiscal_device (tin, branch) values (:tin, :branch) on conflict do nothing)
            insert into receipt_job (booking_id, tenant, kind, tin, branch, service, tracking_code, total_rwf, tax_class,
                                     correlation_id, buyer_tin, buyer_name, purchase_code)
            select :bookingId, :tenant, :receipt, :tin, :branch, :kind, :trackingCode, :totalRwf, :taxClass,
                   :correlationId, b.tin, b.name, b.purchase_code
              from (select 1) one left join case_buyer b on b.booking_id = :bookingId
            on conflict (booking_id, kind) do nothing""";

    /** What is refunded is what was sold, on the device that sold it. */
    private static final String ASK_BACK = """
            insert into receipt_job (booking_id, tenant, kind, tin, branch, service, tracking_code, total_rwf, tax_class,
                                     correlation_id, buyer_tin, buyer_name, purchase_code)
            select booking_id, tenant, 'REFUND', tin, branch, service, tracking_code, total_rwf, tax_class,
                   :correlationId, buyer_tin, buyer_name, purchase_code
              from receipt_job where booking_id = :bookingId and kind = 'SALE'
            on conflict (booking_id, kind) do nothing""";

    private static final String PARKED = """
            select error_code from receipt_job where booking_id = :bookingId and kind = 'SALE' and state = 'PARKED'""";

    private static final String TRY_AGAIN = """
            update receipt_job
               set state = 'OPEN', last_error = null, error_code = null,
                   buyer_tin = :tin, buyer_name = :name, purchase_code = :purchaseCode
             where booking_id = :bookingId and kind = 'SALE' and state = 'PARKED'""";

    private final Sellers sellers;

    ReceiptJobs(Sellers sellers) {
        this.sellers = sellers;
    }

    /** The booking has been sold: it needs a receipt. Asking again changes nothing. */
    public void askForSale(Handle sql, CaseFile file) {
        Seller seller = sellers.getFor(file.tenant());
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

    /** The authority's code with which the booking's sale was refused for good; empty when it was not. */
    public Optional<String> findRefusal(Handle sql, UUID bookingId) {
        return sql.createQuery(PARKED)
                .bind("bookingId", bookingId)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * The refused sale is sent once more, in the name of that buyer.
     *
     * @param buyer null for a receipt that names nobody
     * @return false when no refused sale waits for it
     */
    public boolean tryAgain(Handle sql, UUID bookingId, @Nullable Buyer buyer) {
        return sql.createUpdate(TRY_AGAIN)
                        .bind("bookingId", bookingId)
                        .bind("tin", buyer == null ? null : buyer.tin())
                        .bind("name", buyer == null ? null : buyer.name())
                        .bind("purchaseCode", buyer == null ? null : buyer.purchaseCode())
                        .execute()
                == 1;
    }
}
