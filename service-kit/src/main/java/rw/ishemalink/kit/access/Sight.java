package rw.ishemalink.kit.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's data in an answer.
 *
 * @param subjectId the person whose data it is
 * @param bookingId the booking that it belongs to; null where it belongs to none
 */
public record Sight(UUID subjectId, @Nullable UUID bookingId) {}
