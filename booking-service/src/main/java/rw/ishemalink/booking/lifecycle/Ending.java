package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * How a seal or a hold came to its end.
 *
 * @param role the role that allowed it
 * @param why in words
 */
public record Ending(UUID by, String role, Instant at, String why) {}
