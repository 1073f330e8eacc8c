package rw.ishemalink.booking.quote;

import java.time.LocalDate;
import java.util.List;

/**
 * Every version that was ever published, as it stands on a day.
 *
 * @param day in Kigali
 */
public record TariffRegister(LocalDate day, List<Published<CargoTariff>> cargo, List<Published<MotoTariff>> moto) {

    /** Where a version stands on the day of the register. */
    public enum Standing {
        /** A later one is in force. */
        PAST,
        /** Quotes of the day are made by it. */
        IN_FORCE,
        /** Its day is yet to come. */
        ANNOUNCED
    }

    public TariffRegister {
        cargo = List.copyOf(cargo);
        moto = List.copyOf(moto);
    }

    public Standing standing(Tariff tariff) {
        if (tariff.effectiveFrom().isAfter(day)) {
            return Standing.ANNOUNCED;
        }
        return tariff.equals(inForce(tariff)) ? Standing.IN_FORCE : Standing.PAST;
    }

    private Tariff inForce(Tariff kind) {
        TariffBook book = book();
        return switch (kind) {
            case CargoTariff _ -> book.getCargoOn(day);
            case MotoTariff _ -> book.getMotoOn(day);
        };
    }

    private TariffBook book() {
        return new TariffBook(
                cargo.stream().map(Published::tariff).toList(),
                moto.stream().map(Published::tariff).toList());
    }
}
