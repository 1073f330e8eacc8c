package rw.ishemalink.booking.quote.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.terms.BookingKind;

/**
 * What shall be priced. Cargo needs districts and either parcels or, for one parcel, commodity and weight; an export a
 * border post; a ride two points.
 */
public record QuoteRequest(
        @NotNull BookingKind kind,
        @NotNull @Valid PlaceRequest origin,
        @NotNull @Valid PlaceRequest destination,

        @Schema(description = "Where an export leaves Rwanda", examples = "Gatuna") @Size(max = 40) @Nullable
        String borderPost,

        @Schema(description = "Of the one parcel", examples = "irish-potatoes") @Size(max = 40) @Nullable
        String commodity,

        @Schema(description = "Of the one parcel: whole kilograms; 60 t is more than any lorry carries")
        @Min(1)
        @Max(60_000)
        @Nullable
        Long weightKg,

        @Schema(description = "Of the one parcel: sacks or boxes; 1 if not given") @Min(1) @Max(10_000) @Nullable
        Integer packages,

        @Schema(description = "Several commodities, 60 t together; then without commodity, weightKg, packages")
        @Size(min = 1, max = 50)
        @Nullable
        List<@NotNull @Valid ParcelRequest> parcels) {}
