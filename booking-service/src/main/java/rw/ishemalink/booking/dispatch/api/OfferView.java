package rw.ishemalink.booking.dispatch.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.dispatch.Offer;
import rw.ishemalink.booking.dispatch.OfferDesk.Open;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Price;

/** An offer as its driver sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferView(
        UUID bookingId,
        String trackingCode,
        BookingKind kind,
        Place origin,
        Place destination,
        @Nullable Cargo cargo,

        @Schema(description = "Great circle from you to the pick-up, metres")
        long distanceMetres,

        @Schema(description = "What the sender pays, whole francs, VAT inside")
        long price,

        String currency,

        @Schema(description = "When the pick-up is wished for; absent: as soon as can be") @Nullable
        Instant scheduledFor,

        Instant offeredAt,
        Instant expiresAt,

        @Schema(description = "Whole seconds left to answer, at most")
        long secondsLeft) {

    static OfferView of(Open open, Instant now) {
        Offer offer = open.offer();
        Order order = open.booking().order();
        return new OfferView(
                order.bookingId(),
                order.trackingCode(),
                order.kind(),
                order.terms().origin(),
                order.terms().destination(),
                order.terms().cargo(),
                offer.distanceMetres(),
                order.terms().price().totalRwf(),
                Price.CURRENCY,
                order.scheduledFor(),
                offer.offeredAt(),
                offer.expiresAt(),
                Math.max(0, Duration.between(now, offer.expiresAt()).toSeconds()));
    }
}
