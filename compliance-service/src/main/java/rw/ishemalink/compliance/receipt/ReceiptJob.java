package rw.ishemalink.compliance.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.BookingKind;
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
        BookingKind service,
        String trackingCode,
        long totalRwf,
        TaxClass taxClass,
        State state,
        String correlationId,
        @Nullable Long invoiceNumber,
        @Nullable Instant confirmedAt,
        @Nullable Long stockNumber) {

    enum State {
        OPEN,
        STOCK,
        DONE,
        PARKED
    }
}
