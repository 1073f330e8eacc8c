package rw.ishemalink.booking.quote;

import java.time.LocalDate;

/** The tariffs of the first release, as the migration has them. */
final class Tariffs {

    private Tariffs() {}

    static CargoTariff cargo(String effectiveFrom) {
        LocalDate from = LocalDate.parse(effectiveFrom);
        return new CargoTariff("CARGO-" + effectiveFrom, from, 150, new RoadFactor(140), 15_000, 2_000, 15, 10);
    }

    static MotoTariff moto(String effectiveFrom) {
        LocalDate from = LocalDate.parse(effectiveFrom);
        return new MotoTariff("MOTO-" + effectiveFrom, from, new RoadFactor(130), 400, 2_000, 117, 40_000, 205);
    }
}
