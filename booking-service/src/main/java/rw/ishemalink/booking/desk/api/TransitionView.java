package rw.ishemalink.booking.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.store.Transition;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Change;

/** A change in a booking's history. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransitionView(
        long sequence,
        Change change,
        @Nullable BookingStatus from,
        BookingStatus to,

        @Schema(description = "Who did it; absent when the platform did") @Nullable
        UUID by,

        @Schema(description = "The role that allowed it, or SYSTEM")
        String role,

        @Nullable String reason,
        Instant at) {

    static TransitionView of(Transition transition) {
        return new TransitionView(
                transition.sequence(),
                transition.change(),
                transition.from(),
                transition.to(),
                transition.actorId(),
                transition.actorRole(),
                transition.reason(),
                transition.occurredAt());
    }
}
