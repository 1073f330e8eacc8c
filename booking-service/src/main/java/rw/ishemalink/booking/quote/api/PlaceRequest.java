package rw.ishemalink.booking.quote.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.terms.Text;

/** A place as a client names it. */
public record PlaceRequest(
        @Schema(description = "Inside Rwanda: the district's code (25) or name (Nyamagabe)", examples = "Nyamagabe")
        @Size(max = 40)
        @Nullable
        String district,

        @Schema(description = "Abroad: ISO 3166-1 alpha-2", examples = "UG") @Size(max = 2) @Nullable
        String country,

        @Schema(description = "WGS 84; needed for rides") @DecimalMin("-90") @DecimalMax("90") @Nullable
        Double latitude,

        @Schema(description = "WGS 84; needed for rides") @DecimalMin("-180") @DecimalMax("180") @Nullable
        Double longitude,

        @Schema(description = "What people call it; else the district's or town's name")
        @Size(max = 100)
        @Pattern(regexp = Text.PRINTABLE)
        @Nullable
        String label) {}
