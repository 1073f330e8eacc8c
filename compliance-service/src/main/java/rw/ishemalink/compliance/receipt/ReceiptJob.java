package rw.ishemalink.compliance.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.Buyer;
import rw.ishemalink.compliance.casefile.TaxClass;

/**
 * A receipt to be got. OPEN: not signed yet. STOCK: signed, its stock movement not told yet. PARKED: the device refuses it,
 * somebody has to look.
 */
public record ReceiptJob(
        long jobId,
        UUID bookingId,
        String tenant,
        ReceiptKind kind,
        String tin,
        String branch,
        BookingKind service,
        String trackingCode,
        long totalRwf,
        TaxClass taxClass,
        State state,
        String correlationId,
        @Nullable String buyerTin,
        @Nullable String buyerName,
        @Nullable String purchaseCode,
        @Nullable Long invoiceNumber,
        @Nullable Instant confirmedAt,
        @Nullable Long stockNumber) {

    /** Who buys; null where no taxpayer was named. */
    @Nullable
    Buyer buyer() {
        return buyerTin == null || buyerName == null || purchaseCode == null
                ? null
                : new Buyer(buyerTin, buyerName, purchaseCode);
    }

    boolean hasNumbers() {
        return invoiceNumber != null && stockNumber != null;
    }

    enum State {
        OPEN,
        STOCK,
        DONE,
        PARKED
    }
}
