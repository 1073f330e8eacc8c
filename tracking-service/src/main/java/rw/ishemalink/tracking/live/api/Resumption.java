package rw.ishemalink.tracking.live.api;

import io.quarkus.websockets.next.HttpUpgradeCheck.HttpUpgradeContext;
import io.quarkus.websockets.next.UserData;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.live.EventId;

/** From where a client goes on that has been here before. */
public final class Resumption {

    /** The time of the last position that the client of a WebSocket has seen. */
    public static final UserData.TypedKey<Instant> LAST_SHOWN = new UserData.TypedKey<>("last-shown");

    private static final String PARAMETER = "lastEventId";

    private Resumption() {}

    /**
     * As a stream of events says it: a browser in the header, others where they can.
     *
     * @throws ProblemException 400 when it is no id of ours
     */
    public static Optional<Instant> find(@Nullable String header, @Nullable String parameter) {
        return findText(header).or(() -> findText(parameter)).map(text -> EventId.find(text)
                .orElseThrow(() -> ProblemException.badRequest("unreadable-event-id")));
    }

    /** Takes note of what a WebSocket's address says; false when it is no id of ours. */
    public static boolean note(HttpUpgradeContext context) {
        Optional<String> text = findText(context.httpRequest().getParam(PARAMETER));
        Optional<Instant> lastShown = text.flatMap(EventId::find);
        lastShown.ifPresent(at -> context.userData().put(LAST_SHOWN, at));
        return text.isEmpty() || lastShown.isPresent();
    }

    private static Optional<String> findText(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }
}
