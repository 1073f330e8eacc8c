package rw.ishemalink.compliance.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.Buyer;
import rw.ishemalink.compliance.casefile.TaxClass;

/**
 * A sale or its refund as the device is to sign it. A resend is equal to what was sent first.
 *
 * @param invoiceNumber invcNo
 * @param originalInvoiceNumber orgInvcNo: of the sale that a refund takes back; 0 for a sale
 * @param totalRwf whole francs, VAT included; positive for a refund too
 * @param buyer null where no taxpayer was named
 * @param confirmedAt cfmDt: when the invoice number was taken
 */
public record Sale(
        ReceiptKind kind,
        long invoiceNumber,
        long originalInvoiceNumber,
        BookingKind service,
        String trackingCode,
        long totalRwf,
        TaxClass taxClass,
        @Nullable Buyer buyer,
        Instant confirmedAt) {}
