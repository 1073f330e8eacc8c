package rw.ishemalink.compliance.receipt;

import org.jspecify.annotations.Nullable;

/** The device as it is on record: its identity once it was initialised, and the numbers it has reached. */
public record DeviceRow(
        String tin,
        String branch,
        @Nullable String sdcId,
        @Nullable String mrcNo,
        long lastInvoice,
        long lastSaleReceipt,
        long lastRefundReceipt,
        long lastTotal,
        int failures) {}
