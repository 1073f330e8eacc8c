package rw.ishemalink.booking.quote.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One commodity among several. */
public record ParcelRequest(
        @Schema(examples = "irish-potatoes") @NotNull @Size(max = 40)
        String commodity,

        @Schema(description = "Whole kilograms") @NotNull @Min(1) @Max(60_000)
        Long weightKg,

        @Schema(description = "Sacks or boxes; 1 if not given") @Min(1) @Max(10_000) @Nullable
        Integer packages) {}
