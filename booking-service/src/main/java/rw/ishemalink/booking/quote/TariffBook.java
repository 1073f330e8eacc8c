package rw.ishemalink.booking.quote;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;

/** Every tariff there is, past, present and announced; newest first. */
public record TariffBook(List<CargoTariff> cargo, List<MotoTariff> moto) {

    public TariffBook {
        cargo = newestFirst(cargo);
        moto = newestFirst(moto);
    }

    /** The cargo tariff of that day. */
    public CargoTariff getCargoOn(LocalDate day) {
        return getOn(cargo, day);
    }

    /** The moto tariff of that day. */
    public MotoTariff getMotoOn(LocalDate day) {
        return getOn(moto, day);
    }

    private static <T extends Tariff> T getOn(List<T> newestFirst, LocalDate day) {
        for (T tariff : newestFirst) {
            if (!tariff.effectiveFrom().isAfter(day)) {
                return tariff;
            }
        }
        throw new IllegalStateException("no tariff is in force on " + day);
    }

    private static <T extends Tariff> List<T> newestFirst(List<T> tariffs) {
        return tariffs.stream()
                .sorted(comparing(Tariff::effectiveFrom).reversed())
                .toList();
    }
}
