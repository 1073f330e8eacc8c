package rw.ishemalink.compliance.receipt.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.print.Dashes;

/**
 * A receipt as it is printed.
 *
 * @param kind SALE or REFUND
 * @param number as printed, e.g. 12/340 NS; of a local signature, LOCAL-12
 * @param sdcId the fiscal device; LOCAL for a local signature
 * @param mrcNo the machine registration code; empty for a local signature
 * @param internalData with a dash after every four characters; empty for a local signature
 * @param signature with a dash after every four characters
 * @param total with VAT, whole francs
 * @param qrText text for the QR code
 * @param receiptId to print it by
 * @param buyerTin null where no taxpayer was named
 * @param replacesSignature of the local signature in whose place it stands; null where there was none
 * @param locallySigned whether it is a local signature, waiting for the official receipt
 */
public record ReceiptView(
        UUID receiptId,
        String kind,
        String number,
        String sdcId,
        String mrcNo,
        String internalData,
        String signature,
        long invoiceNumber,
        long total,
        long vat,
        String currency,
        String taxClass,
        Instant issuedAt,
        String qrText,
        @Nullable String buyerTin,
        @Nullable String replacesSignature,
        boolean locallySigned) {

    static ReceiptView of(FiscalReceiptRow receipt) {
        return new ReceiptView(
                receipt.receiptId(),
                receipt.kind().name(),
                receipt.number(),
                receipt.sdcId(),
                receipt.mrcNo(),
                Dashes.every4(receipt.internalData()),
                Dashes.every4(receipt.signature()),
                receipt.invoiceNumber(),
                receipt.totalRwf(),
                receipt.vatRwf(),
                "RWF",
                receipt.taxClass().name(),
                receipt.issuedAt(),
                receipt.qrText(),
                receipt.buyerTin(),
                receipt.replacesSignature(),
                receipt.isLocallySigned());
    }
}
