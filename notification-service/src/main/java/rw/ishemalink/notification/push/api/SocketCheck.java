package rw.ishemalink.notification.push.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.push.NoteFeed;
import rw.ishemalink.notification.push.NotePlace;

/** Refuses the upgrade to a WebSocket with 403 to who is of no tenant, and with 400 from a place that is none. */
@ApplicationScoped
public class SocketCheck implements HttpUpgradeCheck {

    /** Who reads. */
    static final UserData.TypedKey<StreamReader> READER = new UserData.TypedKey<>("reader");

    /** After what. */
    static final UserData.TypedKey<NotePlace> AFTER = new UserData.TypedKey<>("after");

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final NoteFeed feed;

    SocketCheck(NoteFeed feed) {
        this.feed = feed;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(identity -> check(context, identity));
    }

    private CheckResult check(HttpUpgradeContext context, SecurityIdentity identity) {
        Optional<StreamReader> reader = StreamReader.find(identity);
        if (reader.isEmpty()) {
            return CheckResult.rejectUpgradeSync(FORBIDDEN);
        }
        @Nullable String after = context.httpRequest().getParam("after");
        Optional<NotePlace> place = Optional.ofNullable(after).flatMap(NotePlace::find);
        if (after != null && place.isEmpty()) {
            return CheckResult.rejectUpgradeSync(BAD_REQUEST);
        }
        context.userData().put(READER, reader.get());
        context.userData().put(AFTER, place.orElseGet(feed::newest));
        return CheckResult.permitUpgradeSync();
    }
}
