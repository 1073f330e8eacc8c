package rw.ishemalink.booking.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Assignment;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Buyer;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Receipt;
import rw.ishemalink.booking.saga.Progress;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Price;
import rw.ishemalink.booking.terms.TaxClass;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** A booking as clients see it; what does not apply is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingView(
        UUID bookingId,
        @Schema(examples = "ISH-7K2M9QXT") String trackingCode,
        BookingKind kind,
        BookingStatus status,
        Place origin,
        Place destination,
        @Nullable Cargo cargo,
        @Nullable ExportView export,
        @Nullable Long declaredValue,
        PriceView price,
        @Nullable AssignmentView assignment,
        @Nullable ReceiptView receipt,

        @Schema(description = "Why the latest dispatch was refused") @Nullable
        String lastRefusal,

        @Nullable ReceiverView receiver,

        @Schema(description = "The taxpayer that buys; only for the sender and staff") @Nullable
        BuyerView buyer,

        @Schema(description = "When the pick-up is wished for; absent: as soon as can be") @Nullable
        Instant scheduledFor,

        @Nullable UUID syncId,
        boolean offlineCreated,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant paidAt,
        @Nullable Instant manifestAcceptedAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant deliveredAt,

        @Schema(description = "What goes back to the payer, whole francs; absent unless it was paid and cancelled")
        @Nullable
        Long refund,

        @Schema(description = "The sender's rating, 1 to 5 stars") @Nullable
        Integer stars,

        @Schema(description = "Where it hangs; only in lists for staff") @Nullable
        Progress progress) {

    /** Who takes the goods. */
    public record ReceiverView(String name, String phone) {}

    /** The taxpayer that buys. Whoever has the purchase code can spend it: never shown to drivers. */
    public record BuyerView(String tin, String name, String purchaseCode) {}

    /** Whole francs, VAT inside. */
    public record PriceView(long total, long vat, String currency, TaxClass taxClass, String tariffVersion) {}

    /** Who is asked to move it; once cleared, who moves it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AssignmentView(
            UUID driverId,
            UUID vehicleId,
            String vehiclePlate,
            @Nullable UUID operatorId,
            boolean cleared) {}

    /** The tax receipt. */
    public record ReceiptView(String number, Instant issuedAt, boolean locallySigned) {}

    /** For anybody who may see the booking: without the buyer. */
    public static BookingView of(Booking booking) {
        return of(booking, (Buyer) null, null);
    }

    /** For the caller, who may see the booking: its sender and the tenant's staff see the buyer, too. */
    static BookingView of(Booking booking, Caller caller) {
        return of(booking, seesBuyer(booking, caller) ? booking.order().buyer() : null, null);
    }

    static BookingView of(Booking booking, Caller caller, @Nullable Progress progress) {
        return of(booking, seesBuyer(booking, caller) ? booking.order().buyer() : null, progress);
    }

    private static boolean seesBuyer(Booking booking, Caller caller) {
        return booking.order().sender().personId().equals(caller.personId())
                || caller.isAnyForTenant(Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN, Role.AUDITOR);
    }

    private static BookingView of(Booking booking, @Nullable Buyer buyer, @Nullable Progress progress) {
        Order order = booking.order();
        return new BookingView(
                booking.bookingId(),
                order.trackingCode(),
                order.kind(),
                booking.status(),
                order.terms().origin(),
                order.terms().destination(),
                order.terms().cargo(),
                ExportView.of(booking),
                order.declaredValueRwf(),
                price(order.terms().price()),
                booking.findAssignment().map(BookingView::assignment).orElse(null),
                booking.findReceipt().map(BookingView::receipt).orElse(null),
                booking.lastRefusal(),
                receiver(order),
                buyer == null ? null : new BuyerView(buyer.tin(), buyer.name(), buyer.purchaseCode()),
                order.scheduledFor(),
                order.syncId(),
                order.offlineCreated(),
                order.createdAt(),
                booking.milestones().confirmedAt(),
                booking.milestones().paidAt(),
                booking.milestones().manifestAcceptedAt(),
                booking.milestones().pickedUpAt(),
                booking.milestones().deliveredAt(),
                booking.refundRwf() == 0 ? null : booking.refundRwf(),
                booking.stars(),
                progress);
    }

    private static @Nullable ReceiverView receiver(Order order) {
        return order.receiver() == null
                ? null
                : new ReceiverView(order.receiver().name(), order.receiver().phone());
    }

    private static PriceView price(Price price) {
        return new PriceView(price.totalRwf(), price.vatRwf(), Price.CURRENCY, price.taxClass(), price.tariffVersion());
    }

    private static AssignmentView assignment(Assignment asked) {
        return new AssignmentView(
                asked.driverId(),
                asked.vehicleId(),
                asked.vehiclePlate(),
                asked.operatorId(),
                asked.clearanceId() != null);
    }

    private static ReceiptView receipt(Receipt receipt) {
        return new ReceiptView(receipt.number(), receipt.issuedAt(), receipt.locallySigned());
    }
}
