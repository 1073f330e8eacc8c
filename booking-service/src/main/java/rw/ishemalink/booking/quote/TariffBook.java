package rw.ishemalink.booking.quote;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;

/** Every tariff there is, past, present and announced. */
public record TariffBook(List<CargoTariff> cargo, List<MotoTariff> moto) {

    public TariffBook {
        cargo = List.copyOf(cargo);
        moto = List.copyOf(moto);
    }

    /** The cargo tariff of that day. */
    public CargoTariff getCargoOn(LocalDate day) {
        return getOn(cargo, day);
    }

    /** The moto tariff of that day. */
    public MotoTariff getMotoOn(LocalDate day) {
        return getOn(moto, day);
    }

    private static <T extends Tariff> T getOn(List<T> tariffs, LocalDate day) {
        return tariffs.stream()
                .filter(tariff -> !tariff.effectiveFrom().isAfter(day))
                .max(comparing(Tariff::effectiveFrom))
                .orElseThrow(() -> new IllegalStateException("no tariff is in force on " + day));
    }
}
