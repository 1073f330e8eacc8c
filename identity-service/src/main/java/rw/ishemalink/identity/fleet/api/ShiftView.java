package rw.ishemalink.identity.fleet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.Shift;
import rw.ishemalink.identity.fleet.ShiftEnd;

/**
 * A shift, as the driver sees it.
 *
 * @param endsAt when it ends by itself
 * @param endedAt absent while it runs
 * @param endedBecause absent while it runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShiftView(
        UUID shiftId,
        Instant startedAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable ShiftEnd endedBecause) {

    static ShiftView of(Shift shift) {
        return new ShiftView(
                shift.shiftId(),
                shift.startedAt(),
                shift.endsAt(),
                shift.endedAt().orElse(null),
                shift.endedBecause().orElse(null));
    }
}
