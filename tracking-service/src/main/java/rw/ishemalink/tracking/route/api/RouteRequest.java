package rw.ishemalink.tracking.route.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.route.RoadProfile;

/** From where to where. */
public record RouteRequest(
        @NotNull @Valid PlaceRequest from,
        @NotNull @Valid PlaceRequest to,

        @Schema(description = "TRUCK if left out") @Nullable RoadProfile vehicle) {

    RoadProfile profile() {
        return vehicle == null ? RoadProfile.TRUCK : vehicle;
    }
}
