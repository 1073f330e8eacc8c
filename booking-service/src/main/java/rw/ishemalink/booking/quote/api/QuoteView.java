package rw.ishemalink.booking.quote.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.quote.FareLine;
import rw.ishemalink.booking.quote.Quote;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Price;
import rw.ishemalink.booking.terms.TaxClass;
import rw.ishemalink.booking.terms.Terms;

/** A quote as clients see it: the journey and its final price, VAT inside; what does not apply is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuoteView(
        UUID quoteId,
        BookingKind kind,
        Place origin,
        Place destination,
        @Nullable String borderPost,
        @Nullable Cargo cargo,
        @Schema(description = "Whole francs, VAT inside") long total,
        @Schema(description = "The VAT inside the total") long vat,
        String currency,
        TaxClass taxClass,
        @Schema(examples = "CARGO-2026-1") String tariffVersion,

        @Schema(description = "The policy behind the tariff", examples = "RURA, moto fares of August 2022")
        String tariffSource,

        long distanceMetres,
        List<Line> lines,

        @Schema(description = "Until then it can be booked at this price")
        Instant validUntil) {

    /** A part of the total. */
    public record Line(String name, long amount) {

        static Line of(FareLine line) {
            return new Line(line.name(), line.amountRwf());
        }
    }

    static QuoteView of(Quote quote) {
        Terms terms = quote.offer().terms();
        Price price = terms.price();
        return new QuoteView(
                quote.quoteId(),
                terms.kind(),
                terms.origin(),
                terms.destination(),
                terms.borderPost(),
                terms.cargo(),
                price.totalRwf(),
                price.vatRwf(),
                Price.CURRENCY,
                price.taxClass(),
                price.tariffVersion(),
                quote.offer().tariffSource(),
                terms.distanceMetres(),
                quote.offer().lines().stream().map(Line::of).toList(),
                quote.validUntil());
    }
}
