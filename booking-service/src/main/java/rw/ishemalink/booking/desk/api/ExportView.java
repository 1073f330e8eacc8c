package rw.ishemalink.booking.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Ending;
import rw.ishemalink.booking.lifecycle.Hold;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Seal;
import rw.ishemalink.booking.lifecycle.SealKind;

/** What customs need to know, and what they did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportView(
        String destinationCountry,
        @Nullable String borderPost,
        String consigneeName,
        String consigneeAddress,
        @Nullable String rctgReference,
        List<SealView> seals,
        List<HoldView> holds) {

    /** A seal; broken is absent while it is on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SealView(
            String number,
            SealKind kind,
            String placedByRole,
            Instant placedAt,
            @Nullable EndingView broken,
            @Nullable String replacedBy) {

        private static SealView of(Seal seal) {
            return new SealView(
                    seal.number(),
                    seal.kind(),
                    seal.role(),
                    seal.placedAt(),
                    EndingView.of(seal.broken()),
                    seal.replacedBy());
        }
    }

    /** Why customs keep it; released is absent while the hold stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldView(
            UUID holdId,
            String reason,
            Instant heldAt,
            @Nullable EndingView released) {

        private static HoldView of(Hold hold) {
            return new HoldView(hold.holdId(), hold.why(), hold.heldAt(), EndingView.of(hold.released()));
        }
    }

    /** How it came to its end. */
    public record EndingView(String byRole, Instant at, String reason) {

        private static @Nullable EndingView of(@Nullable Ending ending) {
            return ending == null ? null : new EndingView(ending.role(), ending.at(), ending.why());
        }
    }

    /** Null unless it is an export. */
    static @Nullable ExportView of(Booking booking) {
        Order order = booking.order();
        return order.consignee() == null
                ? null
                : new ExportView(
                        order.terms().destination().country(),
                        order.terms().borderPost(),
                        order.consignee().name(),
                        order.consignee().address(),
                        booking.customs().rctgReference(),
                        booking.customs().seals().stream().map(SealView::of).toList(),
                        booking.customs().holds().stream().map(HoldView::of).toList());
    }
}
