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
        return switch (journey) {
            case Domestic domestic -> domestic(domestic, tariffs.getCargoOn(day));
            case Export export -> export(export, tariffs.getCargoOn(day));
            case Ride ride -> ride(ride, tariffs.getMotoOn(day));
        };
    }

    private Offer domestic(Domestic journey, CargoTariff tariff) {
        Fare fare = tariff.fare(journey.from().measuredAt(), journey.to().measuredAt(), journey.cargo(), false);
        return offer(BookingKind.CARGO_DOMESTIC, journey, tariff, fare, null, journey.cargo());
    }

    private Offer export(Export journey, CargoTariff tariff) {
        Fare fare = tariff.fare(journey.from().measuredAt(), journey.to().measuredAt(), journey.cargo(), true);
        return offer(BookingKind.CARGO_INTERNATIONAL, journey, tariff, fare, journey.borderPost(), journey.cargo());
    }

    private Offer ride(Ride journey, MotoTariff tariff) {
        Fare fare = tariff.fare(journey.from().measuredAt(), journey.to().measuredAt());
        return offer(BookingKind.RIDE, journey, tariff, fare, null, null);
    }

    private Offer offer(
            BookingKind kind,
            Journey journey,
            Tariff tariff,
            Fare fare,
            @Nullable String borderPost,
            @Nullable Cargo cargo) {
        TaxClass taxClass = taxClasses.apply(kind);
        long totalRwf = fare.totalRwf();
        Price price = new Price(totalRwf, taxClass.vatInside(totalRwf), taxClass, tariff.version());
        Terms terms = new Terms(
                kind, journey.from().place(), journey.to().place(), borderPost, cargo, fare.distanceMetres(), price);
        return new Offer(terms, tariff.source(), fare.lines());
    }
}
