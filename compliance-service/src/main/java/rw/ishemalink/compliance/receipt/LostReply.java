package rw.ishemalink.compliance.receipt;

import java.util.Optional;

/**
 * A sale that the device has, while its reply was lost. Resent, it answers 994 without the receipt; its last numbers tell
 * whether it was ours, as sales reach it one at a time.
 */
final class LostReply {

    private LostReply() {}

    /**
     * The receipt, its signature unknown.
     *
     * @param known the numbers before the sale was sent
     * @param now the numbers after
     * @return empty when the device has given no receipt since: then somebody else used the invoice number
     */
    static Optional<SignedSale> find(DeviceRow known, Sale sale, DeviceIdentity now) {
        long total = known.lastTotal() == 0 ? 0 : known.lastTotal() + 1;
        return switch (sale.kind()) {
            case SALE ->
                now.lastSaleReceipt() > known.lastSaleReceipt()
                        ? Optional.of(receipt(now.lastSaleReceipt(), total, sale, now))
                        : Optional.empty();
            // RRA tells no last number of refunds; the invoice number is the only witness.
            case REFUND ->
                now.lastInvoice() >= sale.invoiceNumber()
                        ? Optional.of(receipt(known.lastRefundReceipt() + 1, total, sale, now))
                        : Optional.empty();
        };
    }

    private static SignedSale receipt(long number, long total, Sale sale, DeviceIdentity now) {
        return new SignedSale(number, total, "", "", sale.confirmedAt(), now.sdcId(), now.mrcNo());
    }
}
