package rw.ishemalink.tracking.route.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** A place as a client names it: by a point, which says more, or by a district of Rwanda, which stands for its middle. */
public record PlaceRequest(
        @Schema(description = "WGS 84", examples = "-1.9441") @DecimalMin("-90") @DecimalMax("90") @Nullable
        Double latitude,

        @Schema(description = "WGS 84", examples = "30.0619") @DecimalMin("-180") @DecimalMax("180") @Nullable
        Double longitude,

        @Schema(description = "Code 11…57 of the National Institute of Statistics", examples = "24")
        @Pattern(regexp = "[0-9]{2}")
        @Nullable
        String district) {

    /** The point that is meant; says what to mend if there is none. */
    GeoPoint point() {
        if (latitude != null && longitude != null) {
            return new GeoPoint(latitude, longitude);
        }
        if (latitude != null || longitude != null || district == null) {
            throw ProblemException.badRequest("place-needed");
        }
        return Districts.find(district)
                .map(Districts.Circle::centre)
                .orElseThrow(() -> ProblemException.badRequest("no-such-district", district));
    }
}
