package rw.ishemalink.compliance.receipt.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.receipt.ReceiptKind;

/**
 * What a device did on one day, by the time at which our books recorded it.
 *
 * @param lines by kind and tax class; refunds are positive here and have a minus in print
 * @param firstInvoice lowest invoice number; null when there was no receipt
 * @param lastInvoice highest invoice number; null when there was no receipt
 * @param copies prints beyond the first
 * @param signedLocally signatures of our own, most of which an official receipt has replaced since
 */
public record DayTotals(
        List<Line> lines,
        @Nullable Long firstInvoice,
        @Nullable Long lastInvoice,
        long copies,
        long signedLocally) {

    /** Receipts of one kind and tax class, in whole francs. */
    public record Line(ReceiptKind kind, TaxClass taxClass, long receipts, long totalRwf, long vatRwf) {}

    public DayTotals {
        lines = List.copyOf(lines);
    }

    /** How many receipts of the kind. */
    public long countReceipts(ReceiptKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(Line::receipts)
                .sum();
    }

    /** Sales less refunds. */
    public long netRwf() {
        return lines.stream()
                .mapToLong(line -> line.kind() == ReceiptKind.SALE ? line.totalRwf() : -line.totalRwf())
                .sum();
    }

    /** VAT of sales less that of refunds. */
    public long netVatRwf() {
        return lines.stream()
                .mapToLong(line -> line.kind() == ReceiptKind.SALE ? line.vatRwf() : -line.vatRwf())
                .sum();
    }
}
