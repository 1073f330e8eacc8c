package rw.ishemalink.tracking.share.api;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.tracking.live.api.Resumption;
import rw.ishemalink.tracking.share.SharedTrip;
import rw.ishemalink.tracking.share.SharedTrips;

/** Refuses the upgrade to a WebSocket with 404 unless the link is open and its trip under way. */
@ApplicationScoped
public class SharedCheck implements HttpUpgradeCheck {

    /** The trip that the connection follows. */
    static final UserData.TypedKey<SharedTrip> SHARED = new UserData.TypedKey<>("shared-trip");

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final SharedTrips trips;

    SharedCheck(SharedTrips trips) {
        this.trips = trips;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return SharedSocket.ID.equals(endpointId);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return Uni.createFrom().item(() -> check(context)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private CheckResult check(HttpUpgradeContext context) {
        if (!Resumption.note(context)) {
            return CheckResult.rejectUpgradeSync(BAD_REQUEST);
        }
        Optional<SharedTrip> shared =
                trips.open(context.pathParam("token")).filter(one -> one.trip().endedAt() == null);
        shared.ifPresent(one -> context.userData().put(SHARED, one));
        return shared.isPresent() ? CheckResult.permitUpgradeSync() : CheckResult.rejectUpgradeSync(NOT_FOUND);
    }
}
