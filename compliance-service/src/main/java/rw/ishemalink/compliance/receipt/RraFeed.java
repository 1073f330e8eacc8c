package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.feed.GovernmentFeeds;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.RraReceipt;

/** To the Rwanda Revenue Authority: every sale, refund and local signature. */
@ApplicationScoped
class RraFeed {

    private final GovernmentFeeds feeds;

    RraFeed(GovernmentFeeds feeds) {
        this.feeds = feeds;
    }

    void publish(Tx tx, String sellerTin, FiscalReceiptRow receipt) {
        feeds.publish(
                tx,
                Topics.GOV_RRA_RECEIPTS,
                receipt.bookingId(),
                RraReceipt.newBuilder()
                        .setEventId(TimeOrderedId.next())
                        .setTenant(receipt.tenant())
                        .setBookingId(receipt.bookingId())
                        .setSellerTin(sellerTin)
                        .setSdcId(receipt.sdcId())
                        .setReceiptNumber(receipt.number())
                        .setSignature(receipt.signature())
                        .setInvoiceNumber(receipt.invoiceNumber())
                        .setReceiptType(receipt.kind().code())
                        .setTaxClass(receipt.taxClass().name())
                        .setTotalRwf(receipt.totalRwf())
                        .setVatRwf(receipt.vatRwf())
                        .setLocallySigned(receipt.isLocallySigned())
                        .setIssuedAt(receipt.issuedAt())
                        .setBuyerTin(receipt.buyerTin())
                        .setReplacesSignature(receipt.replacesSignature())
                        .build());
    }
}
