package rw.ishemalink.tracking.live.api;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.CallerFromToken;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/**
 * Refuses the upgrade to a WebSocket with 404 unless the caller may follow the trip and it is under way, and with 400 if it
 * says to resume after something that never was.
 */
@ApplicationScoped
public class FollowCheck implements HttpUpgradeCheck {

    /** The trip that the connection follows. */
    static final UserData.TypedKey<Trip> TRIP = new UserData.TypedKey<>("trip");

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Trips trips;
    private final Onlookers onlookers;
    private final CallerFromToken callers;

    FollowCheck(Trips trips, Onlookers onlookers, CallerFromToken callers) {
        this.trips = trips;
        this.onlookers = onlookers;
        this.callers = callers;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return LiveSocket.ID.equals(endpointId);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(identity -> check(context, identity));
    }

    private CheckResult check(HttpUpgradeContext context, SecurityIdentity identity) {
        if (!Resumption.note(context)) {
            return CheckResult.rejectUpgradeSync(BAD_REQUEST);
        }
        Optional<Caller> caller = findCaller(identity);
        Optional<Trip> trip = findBookingId(context)
                .flatMap(trips::find)
                .filter(found -> found.endedAt() == null)
                .filter(found ->
                        caller.filter(one -> TripVisibility.maySee(one, found)).isPresent());
        trip.ifPresent(found -> {
            caller.ifPresent(one -> onlookers.note(one, found));
            context.userData().put(TRIP, found);
        });
        return trip.isPresent() ? CheckResult.permitUpgradeSync() : CheckResult.rejectUpgradeSync(NOT_FOUND);
    }

    private static Optional<UUID> findBookingId(HttpUpgradeContext context) {
        try {
            return Optional.of(UUID.fromString(context.pathParam("bookingId")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Caller> findCaller(SecurityIdentity identity) {
        try {
            return identity.getPrincipal() instanceof JsonWebToken token
                    ? Optional.of(callers.of(token))
                    : Optional.empty();
        } catch (UnauthorizedException e) {
            return Optional.empty();
        }
    }
}
