package rw.ishemalink.tracking.route.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.route.MultiDrop;
import rw.ishemalink.tracking.route.Stop;

/** Stops to be shared between vehicles. */
public record StopPlanRequest(
        @NotNull @Valid PlaceRequest start,

        @Schema(description = "Where all go at last; they stay at their last stop if left out") @Valid @Nullable
        PlaceRequest end,

        @Schema(description = "Now if left out") @Nullable Instant departAt,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid StopRequest> stops,
        @NotNull @Size(min = 1, max = 5) List<@NotNull @Valid VehicleRequest> vehicles) {

    /** Years before and after which no departure and no window lies. */
    private static final Duration FAR = Duration.ofDays(366);

    /** One stop. */
    public record StopRequest(
            @NotNull @Valid PlaceRequest place,

            @Schema(description = "How long it takes there; 0 if left out", examples = "15")
            @Min(0)
            @Max(1_440)
            @Nullable
            Integer serviceMinutes,

            @Schema(description = "When it may begin; at any time if left out") @Valid @Nullable
            WindowRequest window,

            @Schema(examples = "250") @NotNull @Min(0) @Max(60_000)
            Integer weightKg) {

        Stop stop(Instant now) {
            return new Stop(
                    place.point(),
                    Duration.ofMinutes(serviceMinutes == null ? 0 : serviceMinutes),
                    Optional.ofNullable(window).map(one -> one.window(now)),
                    weightKg);
        }
    }

    /** From then until then, both included. */
    public record WindowRequest(
            @NotNull Instant from, @NotNull Instant until) {

        Stop.Window window(Instant now) {
            if (until.isBefore(from)) {
                throw ProblemException.badRequest("window-upside-down");
            }
            return new Stop.Window(near(from, now), near(until, now));
        }
    }

    /** One vehicle. */
    public record VehicleRequest(
            @Schema(examples = "5000") @NotNull @Min(1) @Max(60_000)
            Integer capacityKg) {}

    MultiDrop drop(Instant now) {
        return new MultiDrop(
                start.point(),
                Optional.ofNullable(end).map(PlaceRequest::point),
                near(departAt == null ? now : departAt, now),
                stops.stream().map(stop -> stop.stop(now)).toList(),
                vehicles.stream().map(VehicleRequest::capacityKg).toList());
    }

    private static Instant near(Instant at, Instant now) {
        if (Duration.between(now, at).abs().compareTo(FAR) > 0) {
            throw ProblemException.badRequest("time-too-far", FAR.toDays());
        }
        return at;
    }
}
