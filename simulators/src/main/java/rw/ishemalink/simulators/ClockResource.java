package rw.ishemalink.simulators;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Moves the clock of the outside world, so that nobody waits five minutes for a payer or a day for the VSDC. */
@Path("/control")
@Tag(name = "Control")
public class ClockResource {

    private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    /** How far the clock is ahead of real time, in seconds: 0 to 604,800. */
    public record ClockOrder(long aheadSeconds) {}

    /** What the clock shows. */
    public record ClockFace(Instant now, long aheadSeconds) {}

    private final WorldClock clock;

    public ClockResource(WorldClock clock) {
        this.clock = clock;
    }

    @GET
    @Path("/clock")
    @Operation(summary = "What time it is in the outside world")
    public ClockFace face() {
        return new ClockFace(clock.instant(), clock.ahead().toSeconds());
    }

    @PUT
    @Path("/clock")
    @Operation(summary = "Move the outside world's clock ahead of real time")
    public ClockFace move(@Nullable ClockOrder body) {
        ClockOrder order = Problem.required(body);
        if (order.aheadSeconds() < 0 || order.aheadSeconds() > WEEK_SECONDS) {
            throw Problem.refusal(400, "aheadSeconds must be between 0 and " + WEEK_SECONDS);
        }
        clock.setAhead(Duration.ofSeconds(order.aheadSeconds()));
        return face();
    }
}
