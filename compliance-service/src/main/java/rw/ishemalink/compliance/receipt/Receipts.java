package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
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
                                        issued_at, qr_text, buyer_tin, replaces_signature)
            values (:receiptId, :jobId, :bookingId, :tenant, :kind, :source, :number, :sdcId, :mrcNo, :signature,
                    :internalData, :invoiceNumber, :totalRwf, :vatRwf, :taxClass, :issuedAt, :qrText, :buyerTin,
                    :replacesSignature)""";

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

    /** The receipts of the bookings' sales by booking: the official one, or the local signature that stands in for it. */
    public Map<UUID, FiscalReceiptRow> listSales(Handle sql, List<UUID> bookingIds) {
        return sql
                .createQuery("""
                        select distinct on (booking_id) * from fiscal_receipt
                         where booking_id = any(:bookingIds) and kind = 'SALE'
                         order by booking_id, source""") // DEVICE before LOCAL
                .bindArray("bookingIds", UUID.class, bookingIds)
                .map(ConstructorMapper.of(FiscalReceiptRow.class))
                .stream()
                .collect(Collectors.toMap(FiscalReceiptRow::bookingId, Function.identity()));
    }

    /** The receipt of the booking's sale, official or our own. */
    public Optional<FiscalReceiptRow> findSale(Handle sql, UUID bookingId) {
        return Optional.ofNullable(listSales(sql, List.of(bookingId)).get(bookingId));
    }

    /** Our own signatures for the jobs that have one, by job. */
    Map<Long, String> listLocalSignatures(Handle sql, List<Long> jobIds) {
        return sql
                .createQuery(
                        "select job_id, signature from fiscal_receipt where source = 'LOCAL' and job_id = any(:jobIds)")
                .bindArray("jobIds", Long.class, jobIds)
                .map((row, _) -> Map.entry(row.getLong("job_id"), row.getString("signature")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The receipt of that id, if it is the tenant's. */
    public Optional<FiscalReceiptRow> findFor(Handle sql, String tenant, UUID receiptId) {
        return sql.createQuery("select * from fiscal_receipt where receipt_id = :receiptId and tenant = :tenant")
                .bind("receiptId", receiptId)
                .bind("tenant", tenant)
                .map(ConstructorMapper.of(FiscalReceiptRow.class))
                .findOne();
    }

    /** A new receipt, and the correlation id of what asked for it. */
    record Issued(FiscalReceiptRow receipt, String correlationId) {

        private ComplianceEvents.Fact toFact() {
            return new ComplianceEvents.Fact(
                    receipt.tenant(),
                    receipt.bookingId(),
                    correlationId,
                    changeOf(receipt),
                    event -> event.setReceipt(toEvent(receipt)));
        }
    }

    /** Adds them together, each of another booking. */
    void add(Tx tx, String sellerTin, List<Issued> issued) {
        if (issued.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.sql().prepareBatch(ADD);
        issued.forEach(one -> batch.bindMethods(one.receipt()).add());
        batch.execute();
        events.publishAll(tx, issued.stream().map(Issued::toFact).toList());
        issued.forEach(one -> feed.publish(tx, sellerTin, one.receipt()));
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
                .setReplacesSignature(receipt.replacesSignature())
                .build();
    }

    private static Money francs(long amount) {
        return new Money(amount, "RWF");
    }
}
