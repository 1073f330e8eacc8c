package rw.ishemalink.compliance.receipt;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The device as it is on record: its identity once it was initialised, and the numbers it has reached.
 *
 * @param cmcKey of a device on line that was initialised: the key of its line, never to be told; as the database stores it
 *     until {@link DeviceKeySeal} opens it
 */
public record DeviceRow(
        UUID deviceId,
        String tin,
        String branch,
        @Nullable String sdcId,
        @Nullable String mrcNo,
        long lastInvoice,
        long lastSaleReceipt,
        long lastRefundReceipt,
        long lastTotal,
        int failures,
        @Nullable String cmcKey) {

    /** The same, with invoice numbers taken up to that one. */
    DeviceRow withInvoicesUpTo(long invoice) {
        return new DeviceRow(
                deviceId,
                tin,
                branch,
                sdcId,
                mrcNo,
                Math.max(lastInvoice, invoice),
                lastSaleReceipt,
                lastRefundReceipt,
                lastTotal,
                failures,
                cmcKey);
    }

    /** The same after it signed; a receipt whose number nobody knows moves no count of its kind. */
    DeviceRow after(ReceiptKind kind, SignedSale signed) {
        return new DeviceRow(
                deviceId,
                tin,
                branch,
                signed.sdcId(),
                signed.mrcNo(),
                lastInvoice,
                reached(kind == ReceiptKind.SALE, lastSaleReceipt, signed),
                reached(kind == ReceiptKind.REFUND, lastRefundReceipt, signed),
                signed.totalNumber(),
                failures,
                cmcKey);
    }

    /** The same with that key. */
    DeviceRow withKey(@Nullable String key) {
        return new DeviceRow(
                deviceId,
                tin,
                branch,
                sdcId,
                mrcNo,
                lastInvoice,
                lastSaleReceipt,
                lastRefundReceipt,
                lastTotal,
                failures,
                key);
    }

    private static long reached(boolean counts, long before, SignedSale signed) {
        return counts && signed.receiptNumber() != 0 ? signed.receiptNumber() : before;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "%s/%s %s, invoice %d".formatted(tin, branch, sdcId, lastInvoice);
    }
}
