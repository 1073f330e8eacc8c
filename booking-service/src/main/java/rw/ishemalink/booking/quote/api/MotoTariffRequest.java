package rw.ishemalink.booking.quote.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.booking.quote.MotoTariff;
import rw.ishemalink.booking.quote.RoadFactor;
import rw.ishemalink.booking.terms.Text;

/** A moto tariff to come. Ranges are those of the table. */
public record MotoTariffRequest(
        @Schema(description = "The first day in Kigali; tomorrow at the earliest") @NotNull
        LocalDate effectiveFrom,

        @Schema(description = "The policy behind it, as quotes will name it", examples = "RURA, moto fares of …")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.PRINTABLE)
        String source,

        @Schema(description = "Road over great circle", examples = "130") @NotNull @Min(100) @Max(300)
        Integer roadFactorPercent,

        @Schema(examples = "400") @NotNull @Min(0) @Max(10_000)
        Long startRwf,

        @Schema(description = "What the start covers", examples = "2000") @NotNull @Min(0) @Max(50_000)
        Long startMetres,

        @Schema(examples = "117") @NotNull @Min(0) @Max(10_000)
        Long rwfPerKm,

        @Schema(description = "Beyond it the higher rate counts", examples = "40000") @NotNull @Min(0) @Max(500_000)
        Long farMetres,

        @Schema(examples = "205") @NotNull @Min(0) @Max(10_000)
        Long farRwfPerKm) {

    MotoTariff named(String version) {
        return new MotoTariff(
                version,
                source,
                effectiveFrom,
                new RoadFactor(roadFactorPercent),
                startRwf,
                startMetres,
                rwfPerKm,
                farMetres,
                farRwfPerKm);
    }

    /** What no single field shows. */
    void check() {
        if (farMetres < startMetres || farRwfPerKm < rwfPerKm) {
            throw badRequest("moto-tariff-falls");
        }
    }
}
