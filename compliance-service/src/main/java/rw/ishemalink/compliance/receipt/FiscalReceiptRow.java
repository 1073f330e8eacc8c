package rw.ishemalink.compliance.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.TaxClass;

/**
 * A receipt on record, in the words of RRA.
 *
 * @param signature empty when the device issued it and its reply was lost
 * @param mrcNo empty for a local signature
 * @param buyerTin null where no taxpayer was named
 * @param replacesSignature of the local receipt in whose place this one stands; null where there was none
 */
public record FiscalReceiptRow(
        UUID receiptId,
        long jobId,
        UUID bookingId,
        String tenant,
        ReceiptKind kind,
        Source source,
        String number,
        String sdcId,
        String mrcNo,
        String signature,
        String internalData,
        long invoiceNumber,
        long totalRwf,
        long vatRwf,
        TaxClass taxClass,
        Instant issuedAt,
        String qrText,
        @Nullable String buyerTin,
        @Nullable String replacesSignature) {

    /** Who signed. */
    public enum Source {
        DEVICE,
        LOCAL
    }

    public boolean isLocallySigned() {
        return source == Source.LOCAL;
    }
}
