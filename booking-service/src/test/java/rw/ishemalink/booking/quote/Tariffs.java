package rw.ishemalink.booking.quote;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The tariffs of the first release, as the migration has them, and all others that could be published. */
final class Tariffs {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private Tariffs() {}

    static CargoTariff cargo(String effectiveFrom) {
        LocalDate from = LocalDate.parse(effectiveFrom);
        return new CargoTariff(
                "CARGO-" + effectiveFrom, "a policy", from, 150, new RoadFactor(140), 15_000, 2_000, 15, 10);
    }

    static MotoTariff moto(String effectiveFrom) {
        LocalDate from = LocalDate.parse(effectiveFrom);
        return new MotoTariff(
                "MOTO-" + effectiveFrom, "a policy", from, new RoadFactor(130), 400, 2_000, 117, 40_000, 205);
    }

    /** Every cargo tariff that the table takes. */
    static Arbitrary<CargoTariff> anyCargo() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 10_000),
                        Arbitraries.integers().between(100, 300),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 100))
                .as((rate, roadPercent, metres, francs, international, perishable) -> new CargoTariff(
                        "ANY",
                        "a policy",
                        DAY,
                        rate,
                        new RoadFactor(roadPercent),
                        metres,
                        francs,
                        international,
                        perishable));
    }

    /** Every moto tariff that the table takes. */
    static Arbitrary<MotoTariff> anyMoto() {
        return Combinators.combine(
                        Arbitraries.integers().between(100, 300),
                        Arbitraries.longs().between(0, 10_000),
                        Arbitraries.longs().between(0, 50_000),
                        Arbitraries.longs().between(0, 5_000),
                        Arbitraries.longs().between(0, 450_000),
                        Arbitraries.longs().between(0, 5_000))
                .as((roadPercent, start, startMetres, rate, moreMetres, moreRate) -> new MotoTariff(
                        "ANY",
                        "a policy",
                        DAY,
                        new RoadFactor(roadPercent),
                        start,
                        startMetres,
                        rate,
                        startMetres + moreMetres,
                        rate + moreRate));
    }
}
