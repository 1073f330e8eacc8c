package rw.ishemalink.booking.quote;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.quote.Journey.Domestic;
import rw.ishemalink.booking.quote.Journey.Export;
import rw.ishemalink.booking.quote.Journey.Ride;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Price;
import rw.ishemalink.booking.terms.TaxClass;
import rw.ishemalink.booking.terms.Terms;

/**
 * Puts a price on a journey.
 *
 * @param taxClasses the tax class of every kind (mission C17)
 */
public record Pricing(TariffBook tariffs, Function<BookingKind, TaxClass> taxClasses) {

    /** The offer for the journey by the tariffs of that day. */
    public Offer price(Journey journey, LocalDate day) {
        GeoPoint from = journey.from().measuredAt();
        GeoPoint to = journey.to().measuredAt();
        return switch (journey) {
            case Domestic domestic -> {
                Fare fare = tariffs.getCargoOn(day).fare(from, to, domestic.cargo(), false);
                yield offer(BookingKind.CARGO_DOMESTIC, journey, fare, null, domestic.cargo());
            }
            case Export export -> {
                Fare fare = tariffs.getCargoOn(day).fare(from, to, export.cargo(), true);
                yield offer(BookingKind.CARGO_INTERNATIONAL, journey, fare, export.borderPost(), export.cargo());
            }
            case Ride _ ->
                offer(BookingKind.RIDE, journey, tariffs.getMotoOn(day).fare(from, to), null, null);
        };
    }

    private Offer offer(
            BookingKind kind, Journey journey, Fare fare, @Nullable String borderPost, @Nullable Cargo cargo) {
        TaxClass taxClass = taxClasses.apply(kind);
        Price price = new Price(fare.totalRwf(), taxClass.vatInside(fare.totalRwf()), taxClass, fare.tariffVersion());
        Terms terms = new Terms(
                kind, journey.from().place(), journey.to().place(), borderPost, cargo, fare.distanceMetres(), price);
        return new Offer(terms, fare.lines());
    }
}
