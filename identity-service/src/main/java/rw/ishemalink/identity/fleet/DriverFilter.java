package rw.ishemalink.identity.fleet;

import java.util.Optional;

/**
 * Which drivers of a fleet are asked for.
 *
 * @param onDuty if present, only those on duty, or only those off duty
 * @param status if present, only those of that status
 */
public record DriverFilter(Optional<Boolean> onDuty, Optional<DriverStatus> status) {}
