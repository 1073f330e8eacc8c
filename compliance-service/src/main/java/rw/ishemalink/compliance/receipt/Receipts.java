package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.casefile.ComplianceEvents;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.FiscalReceipt;

/** The receipts on record. Each is published once, when it is added; none is ever changed. */
@ApplicationScoped
public class Receipts {

    private static final String ADD = """
            insert into fiscal_receipt (receipt_id, job_id, booking_id, tenant, kind, source, number, sdc_id, mrc_no,
                                        signature, internal_data, invoice_number, total_rwf, vat_rwf, tax_class,
                                        issued_at, qr_text)
            values (:receiptId, :jobId, :bookingId, :tenant, :kind, :source, :number, :sdcId, :mrcNo, :signature,
                    :internalData, :invoiceNumber, :totalRwf, :vatRwf, :taxClass, :issuedAt, :qrText)""";

    private final ComplianceEvents events;
    private final RraFeed feed;

    Receipts(ComplianceEvents events, RraFeed feed) {
        this.events = events;
        this.feed = feed;
    }

    /** All receipts of the booking, oldest first. */
    public List<FiscalReceiptRow> list(Handle sql, UUID bookingId) {
        return sql.createQuery("select * from fiscal_receipt where booking_id = :bookingId order by receipt_id")
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(FiscalReceiptRow.class))
                .list();
    }

    /** The receipt of the booking's sale: the official one, or the local signature that stands in for it. */
    public Optional<FiscalReceiptRow> findSale(Handle sql, UUID bookingId) {
        return sql.createQuery("""
                        select * from fiscal_receipt where booking_id = :bookingId and kind = 'SALE'
                         order by source limit 1""") // DEVICE before LOCAL
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(FiscalReceiptRow.class))
                .findOne();
    }

    void add(Tx tx, String sellerTin, FiscalReceiptRow receipt) {
        tx.sql().createUpdate(ADD).bindMethods(receipt).execute();
        events.publish(
                tx,
                receipt.tenant(),
                receipt.bookingId(),
                changeOf(receipt),
                event -> event.setReceipt(toEvent(receipt)));
        feed.publish(tx, sellerTin, receipt);
    }

    private static ComplianceChange changeOf(FiscalReceiptRow receipt) {
        return switch (receipt.kind()) {
            case SALE ->
                receipt.isLocallySigned() ? ComplianceChange.RECEIPT_SIGNED_LOCALLY : ComplianceChange.RECEIPT_ISSUED;
            case REFUND -> ComplianceChange.RECEIPT_CREDITED;
        };
    }

    private static FiscalReceipt toEvent(FiscalReceiptRow receipt) {
        return FiscalReceipt.newBuilder()
                .setNumber(receipt.number())
                .setSdcId(receipt.sdcId())
                .setSignature(receipt.signature())
                .setInternalData(receipt.internalData())
                .setInvoiceNumber(receipt.invoiceNumber())
                .setTotal(francs(receipt.totalRwf()))
                .setVat(francs(receipt.vatRwf()))
                .setTaxClass(receipt.taxClass().name())
                .setIssuedAt(receipt.issuedAt())
                .setQrText(receipt.qrText())
                .build();
    }

    private static Money francs(long amount) {
        return new Money(amount, "RWF");
    }
}
