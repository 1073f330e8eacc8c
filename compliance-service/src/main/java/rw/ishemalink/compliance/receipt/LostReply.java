package rw.ishemalink.compliance.receipt;

import java.util.Optional;

/**
 * A sale that the device has, while its reply was lost. Resent, it answers 994 without the receipt; its last numbers tell
 * whether it was ours, and often which receipt it was.
 *
 * <p>An owner that died in the middle of a page may have had several sales signed and none recorded. Four things are known
 * of them. Sales are sent one at a time in the order of their invoice numbers, and none before the one ahead of it was
 * answered; so those that the device has are the first ones of all that are not recorded. Those numbers have no gap, and
 * refunds never stand between them ({@link DeviceClaims}). Nothing new is sent behind a 994 before it is recorded
 * ({@link PageCalls}); so the last numbers that the device tells are those of the time of death. And they are recorded one
 * by one, oldest first; so the number on record is that of the receipt before this one.
 *
 * <p>So when the device has given exactly as many sale receipts since the last one on record as it has invoice numbers of
 * ours from this one on, then they are ours, in this order, and this one's is the next: two counts of the device that it
 * keeps apart agree. When they do not agree, somebody else sells on the device or it does not tell its invoices. Then the
 * last number it gave can be ours only if no sale of ours is numbered behind this one; otherwise nobody knows the number.
 */
final class LostReply {

    /** Stands for a receipt number that nobody knows. */
    private static final long UNKNOWN = 0;

    private LostReply() {}

    /**
     * The receipt, its signature unknown.
     *
     * @param known the numbers before the sale was sent, and the last invoice number that we have taken
     * @param now the numbers after
     * @return empty when the device has given no receipt since: then somebody else used the invoice number
     */
    static Optional<SignedSale> find(DeviceRow known, Sale sale, DeviceIdentity now) {
        return switch (sale.kind()) {
            case SALE ->
                now.lastSaleReceipt() > known.lastSaleReceipt()
                        ? Optional.of(receipt(saleReceipt(known, sale, now), known, sale, now))
                        : Optional.empty();
            // RRA tells no last number of refunds; the invoice number is the only witness.
            case REFUND ->
                now.lastInvoice() >= sale.invoiceNumber()
                        ? Optional.of(receipt(known.lastRefundReceipt() + 1, known, sale, now))
                        : Optional.empty();
        };
    }

    private static long saleReceipt(DeviceRow known, Sale sale, DeviceIdentity now) {
        long given = now.lastSaleReceipt() - known.lastSaleReceipt();
        long ours = now.lastInvoice() - sale.invoiceNumber() + 1;
        boolean onlyOurs = now.lastInvoice() <= known.lastInvoice();
        if (onlyOurs && given == ours) {
            return known.lastSaleReceipt() + 1;
        }
        return sale.invoiceNumber() == known.lastInvoice() ? now.lastSaleReceipt() : UNKNOWN;
    }

    private static SignedSale receipt(long number, DeviceRow known, Sale sale, DeviceIdentity now) {
        long total = known.lastTotal() == 0 || number == UNKNOWN ? UNKNOWN : known.lastTotal() + 1;
        return new SignedSale(number, total, "", "", sale.confirmedAt(), now.sdcId(), now.mrcNo());
    }
}
