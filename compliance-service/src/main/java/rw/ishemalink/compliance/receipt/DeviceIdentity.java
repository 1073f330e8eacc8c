package rw.ishemalink.compliance.receipt;

/** What the device says of itself: its ids and the last numbers it gave. */
public record DeviceIdentity(String sdcId, String mrcNo, long lastSaleReceipt, long lastInvoice) {}
