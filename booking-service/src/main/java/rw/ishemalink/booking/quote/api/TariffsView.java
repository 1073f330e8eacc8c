package rw.ishemalink.booking.quote.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.booking.quote.CargoTariff;
import rw.ishemalink.booking.quote.MotoTariff;
import rw.ishemalink.booking.quote.Published;
import rw.ishemalink.booking.quote.TariffRegister;
import rw.ishemalink.booking.quote.TariffRegister.Standing;

/** Every version of every tariff, oldest first, as it stands on a day. */
public record TariffsView(LocalDate day, List<CargoView> cargo, List<MotoView> moto) {

    /** A cargo tariff; see docs/tariffs.md. */
    public record CargoView(
            @Schema(examples = "CARGO-2026-1") String version,
            String source,
            LocalDate effectiveFrom,
            Standing standing,
            Instant publishedAt,
            long rwfPerTonneKm,
            int roadFactorPercent,
            long minimumMetres,
            long minimumRwf,
            int internationalPercent,
            int perishablePercent) {

        static CargoView of(Published<CargoTariff> published, Standing standing) {
            CargoTariff tariff = published.tariff();
            return new CargoView(
                    tariff.version(),
                    tariff.source(),
                    tariff.effectiveFrom(),
                    standing,
                    published.publishedAt(),
                    tariff.rwfPerTonneKm(),
                    tariff.roadFactor().percent(),
                    tariff.minimumMetres(),
                    tariff.minimumRwf(),
                    tariff.internationalPercent(),
                    tariff.perishablePercent());
        }
    }

    /** A moto tariff; see docs/tariffs.md. */
    public record MotoView(
            @Schema(examples = "MOTO-2027-1") String version,
            String source,
            LocalDate effectiveFrom,
            Standing standing,
            Instant publishedAt,
            int roadFactorPercent,
            long startRwf,
            long startMetres,
            long rwfPerKm,
            long farMetres,
            long farRwfPerKm) {

        static MotoView of(Published<MotoTariff> published, Standing standing) {
            MotoTariff tariff = published.tariff();
            return new MotoView(
                    tariff.version(),
                    tariff.source(),
                    tariff.effectiveFrom(),
                    standing,
                    published.publishedAt(),
                    tariff.roadFactor().percent(),
                    tariff.startRwf(),
                    tariff.startMetres(),
                    tariff.rwfPerKm(),
                    tariff.farMetres(),
                    tariff.farRwfPerKm());
        }
    }

    static TariffsView of(TariffRegister register) {
        return new TariffsView(
                register.day(),
                register.cargo().stream()
                        .map(one -> CargoView.of(one, register.standing(one.tariff())))
                        .toList(),
                register.moto().stream()
                        .map(one -> MotoView.of(one, register.standing(one.tariff())))
                        .toList());
    }
}
