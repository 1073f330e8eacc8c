package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.Jurisdiction;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow.Source;
import rw.ishemalink.compliance.receipt.Receipts.Issued;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** Makes receipts out of what the device signed, or of a signature of our own. */
@ApplicationScoped
class ReceiptDrafts {

    /** Stands for the device on a receipt that none has signed. */
    private static final String LOCAL = "LOCAL";

    private final LocalSignature signature;
    private final Sellers sellers;

    ReceiptDrafts(ComplianceConfig config, Sellers sellers) {
        this.sellers = sellers;
        this.signature = new LocalSignature(config.localSignature().key());
    }

    /**
     * The receipt of what the device signed.
     *
     * @param replaced signature of ours in whose place it stands; null where there was none
     */
    Issued official(PageOutcome.Signed done, @Nullable String replaced) {
        ReceiptJob job = done.order().job();
        return new Issued(official(job, done.order().sale(), done.receipt(), replaced), job.correlationId());
    }

    private FiscalReceiptRow official(ReceiptJob job, Sale sale, SignedSale signed, @Nullable String replaced) {
        Jurisdiction law = lawOf(job);
        String number = ReceiptText.number(sale.kind(), signed);
        // Without the signature a QR code would claim what nobody can check.
        String qr = signed.signature().isEmpty()
                ? ""
                : ReceiptText.qr(
                        signed.signedAt().atZone(law.zone()),
                        signed.sdcId(),
                        number,
                        signed.internalData(),
                        signed.signature());
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
                law.wholeTaxIn(job.taxClass(), job.totalRwf()),
                job.taxClass(),
                signed.signedAt(),
                qr,
                job.buyerTin(),
                replaced);
    }

    /** The receipt that we sign ourselves. */
    Issued local(DeviceRow device, ReceiptJob job, long localNumber, Instant now) {
        Jurisdiction law = lawOf(job);
        String number = LOCAL + "-" + localNumber;
        String sign = signature.sign(device, job.bookingId(), localNumber, job, now);
        FiscalReceiptRow receipt = new FiscalReceiptRow(
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
                law.wholeTaxIn(job.taxClass(), job.totalRwf()),
                job.taxClass(),
                now,
                ReceiptText.qr(now.atZone(law.zone()), LOCAL, number, "", sign),
                job.buyerTin(),
                null);
        return new Issued(receipt, job.correlationId());
    }

    /** Of a seller that is configured no more, Rwanda's: all that were before there was a choice. */
    private Jurisdiction lawOf(ReceiptJob job) {
        return sellers.find(job.tin(), job.branch()).map(Seller::jurisdiction).orElse(Jurisdiction.RWANDA);
    }
}
