package rw.ishemalink.compliance.receipt;

import org.jspecify.annotations.Nullable;

/**
 * What the device says of itself: its ids and the last numbers it gave.
 *
 * @param cmcKey the key of the line, where the device is on line; null where there is none
 */
public record DeviceIdentity(
        String sdcId,
        String mrcNo,
        long lastSaleReceipt,
        long lastInvoice,
        @Nullable String cmcKey) {

    /** Without the key. */
    @Override
    public String toString() {
        return "%s %s, last receipt %d, last invoice %d".formatted(sdcId, mrcNo, lastSaleReceipt, lastInvoice);
    }
}
