package rw.ishemalink.compliance.receipt.api;

import java.util.List;
import java.util.UUID;

/**
 * The receipts of a booking.
 *
 * @param receipt the one that counts for the sale
 * @param trail all receipts, oldest first: the local signature it replaced, the sale, its refund
 */
public record ReceiptAnswer(UUID bookingId, String trackingCode, ReceiptView receipt, List<ReceiptView> trail) {}
