package rw.ishemalink.identity.fleet.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the driver wants work from now on.
 *
 * @param vehicleId the vehicle at hand, to be told if it is not the one that is registered; optional
 */
public record DutyRequest(@NotNull Boolean onDuty, @Nullable UUID vehicleId) {}
