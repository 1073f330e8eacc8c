package rw.ishemalink.booking.quote.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.booking.quote.CargoTariff;
import rw.ishemalink.booking.quote.RoadFactor;
import rw.ishemalink.booking.terms.Text;

/** A cargo tariff to come. Ranges are those of the table. */
public record CargoTariffRequest(
        @Schema(description = "The first day in Kigali; tomorrow at the earliest") @NotNull
        LocalDate effectiveFrom,

        @Schema(description = "The policy behind it, as quotes will name it")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.PRINTABLE)
        String source,

        @Schema(examples = "150") @NotNull @Min(1) @Max(10_000)
        Long rwfPerTonneKm,

        @Schema(description = "Road over great circle", examples = "140") @NotNull @Min(100) @Max(300)
        Integer roadFactorPercent,

        @Schema(examples = "15000") @NotNull @Min(0) @Max(100_000)
        Long minimumMetres,

        @Schema(examples = "2000") @NotNull @Min(0) @Max(1_000_000)
        Long minimumRwf,

        @Schema(examples = "15") @NotNull @Min(0) @Max(100) Integer internationalPercent,

        @Schema(examples = "10") @NotNull @Min(0) @Max(100) Integer perishablePercent) {

    CargoTariff named(String version) {
        return new CargoTariff(
                version,
                source,
                effectiveFrom,
                rwfPerTonneKm,
                new RoadFactor(roadFactorPercent),
                minimumMetres,
                minimumRwf,
                internationalPercent,
                perishablePercent);
    }
}
