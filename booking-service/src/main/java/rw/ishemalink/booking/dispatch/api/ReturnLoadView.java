package rw.ishemalink.booking.dispatch.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.dispatch.returnload.ReturnLoads.Found;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Price;

/** A load for the way home. Without its tracking code: nobody has entrusted it to the driver yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReturnLoadView(
        UUID bookingId,
        Place origin,
        Place destination,
        Cargo cargo,

        @Schema(description = "What the sender pays, whole francs, VAT inside")
        long price,

        String currency,

        @Schema(description = "Great circle from the end of your trip to the pick-up, metres")
        long pickUpMetres,

        @Schema(description = "How much longer your way home becomes, great circle, metres")
        long extraMetres,

        @Schema(description = "Whole francs of the price for each kilometre of that")
        long rwfPerExtraKm,

        @Schema(description = "When the pick-up is wished for; absent: as soon as can be") @Nullable
        Instant scheduledFor) {

    static ReturnLoadView of(Found found) {
        Order order = found.booking().order();
        return new ReturnLoadView(
                order.bookingId(),
                order.terms().origin(),
                order.terms().destination(),
                Objects.requireNonNull(order.terms().cargo()),
                order.terms().price().totalRwf(),
                Price.CURRENCY,
                found.load().pickUpMetres(),
                found.load().extraMetres(),
                found.load().rwfPerExtraKm(),
                order.scheduledFor());
    }
}
