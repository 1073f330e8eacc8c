package rw.ishemalink.tracking.share;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a trip is expected at its destination, as last estimated.
 *
 * @param remainingMetres of road; null where it is not known
 */
public record Arrival(Instant arrivalAt, @Nullable Long remainingMetres) {}
