package rw.ishemalink.booking.quote.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.booking.quote.FareLine;
import rw.ishemalink.booking.quote.Quote;
import rw.ishemalink.booking.terms.Price;
import rw.ishemalink.booking.terms.TaxClass;

/** A quote as clients see it: the final price, VAT inside. */
public record QuoteView(
        UUID quoteId,
        @Schema(description = "Whole francs, VAT inside") long total,
        @Schema(description = "The VAT inside the total") long vat,
        String currency,
        TaxClass taxClass,
        @Schema(examples = "CARGO-2026-1") String tariffVersion,
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
        Price price = quote.offer().terms().price();
        return new QuoteView(
                quote.quoteId(),
                price.totalRwf(),
                price.vatRwf(),
                Price.CURRENCY,
                price.taxClass(),
                price.tariffVersion(),
                quote.offer().terms().distanceMetres(),
                quote.offer().lines().stream().map(Line::of).toList(),
                quote.validUntil());
    }
}
