package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow.Source;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Makes receipts out of what the device signed, or of a signature of our own. */
@ApplicationScoped
class ReceiptDrafts {

    /** Stands for the device on a receipt that none has signed. */
    private static final String LOCAL = "LOCAL";

    private final LocalSignature signature;

    ReceiptDrafts(ComplianceConfig config) {
        this.signature = new LocalSignature(config.localSignature().key());
    }

    FiscalReceiptRow official(ReceiptJob job, Sale sale, SignedSale signed) {
        String number = ReceiptText.number(sale.kind(), signed);
        // Without the signature a QR code would claim what nobody can check.
        String qr = signed.signature().isEmpty()
                ? ""
                : ReceiptText.qr(signed.signedAt(), signed.sdcId(), number, signed.internalData(), signed.signature());
        return new FiscalReceiptRow(
                TimeOrderedId.next(),
                job.jobId(),
                job.bookingId(),
                job.tenant(),
                job.kind(),
                Source.DEVICE,
                number,
                signed.sdcId(),
                signed.mrcNo(),
                signed.signature(),
                signed.internalData(),
                sale.invoiceNumber(),
                job.totalRwf(),
                job.taxClass().wholeTaxIn(job.totalRwf()),
                job.taxClass(),
                signed.signedAt(),
                qr);
    }

    FiscalReceiptRow local(DeviceRow device, ReceiptJob job, long localNumber, Instant now) {
        String number = LOCAL + "-" + localNumber;
        String sign = signature.sign(device, job.bookingId(), localNumber, job, now);
        return new FiscalReceiptRow(
                TimeOrderedId.next(),
                job.jobId(),
                job.bookingId(),
                job.tenant(),
                job.kind(),
                Source.LOCAL,
                number,
                LOCAL,
                "",
                sign,
                "",
                localNumber,
                job.totalRwf(),
                job.taxClass().wholeTaxIn(job.totalRwf()),
                job.taxClass(),
                now,
                ReceiptText.qr(now, LOCAL, number, "", sign));
    }
}
