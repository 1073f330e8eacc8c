package rw.ishemalink.compliance.receipt.print;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Seller;

/**
 * All that stands on a receipt.
 *
 * @param qr what its QR code says; empty when there is none, as the reply with the signature was lost
 * @param copy whether it has been printed before
 */
public record PrintedReceipt(FiscalReceiptRow receipt, Seller seller, Details details, String qr, boolean copy) {

    /**
     * What was sold to whom.
     *
     * @param buyerName null where no taxpayer was named
     * @param soldAs invoice number of the sale, which a refund takes back; null before the sale had one
     */
    public record Details(
            String tin,
            String branch,
            BookingKind service,
            String trackingCode,
            @Nullable String buyerName,
            @Nullable Long soldAs) {}

    boolean isRefund() {
        return receipt.kind() == ReceiptKind.REFUND;
    }

    /** The number with the label of what this is: a copy of NS is CS, of NR is CR. */
    String number() {
        return copy ? receipt.number().replaceAll("N([SR])$", "C$1") : receipt.number();
    }
}
