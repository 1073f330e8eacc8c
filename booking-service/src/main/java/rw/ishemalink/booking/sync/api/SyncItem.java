package rw.ishemalink.booking.sync.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.sync.SyncState;
import rw.ishemalink.kit.problem.Problem;

/** What became of one action; what does not apply is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncItem(
        UUID syncId,
        SyncState state,
        @Nullable UUID bookingId,

        @Schema(description = "The booking's when the action was tried") @Nullable
        BookingStatus status,

        @Nullable String trackingCode,

        @Schema(description = "true: it had been done before, by other means") @Nullable
        Boolean already,

        @Schema(description = "true: it reached us more than 7 days after it was done") @Nullable
        Boolean late,

        @Schema(description = "Why it was refused, or what it waits for, in the caller's language") @Nullable
        Problem problem,

        @Schema(description = "Its turn in the queue, 1 for the next; as of a moment ago") @Nullable
        Long place,

        @Schema(description = "Seconds until then, about") @Nullable
        Long estimatedSeconds) {}
