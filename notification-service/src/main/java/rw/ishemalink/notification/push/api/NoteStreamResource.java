package rw.ishemalink.notification.push.api;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.push.Note;
import rw.ishemalink.notification.push.NoteFeed;
import rw.ishemalink.notification.push.NotePlace;

/** The caller's notes as they come, as server-sent events. */
@Path("/api/notifications/stream")
@Tag(name = "Push")
@Authenticated
public class NoteStreamResource {

    /** A reader who is further behind than that is cut off, and resumes. */
    private static final int MOST_WAITING = 1_024;

    private final NoteFeed feed;
    private final SecurityIdentity identity;
    private final RevokedTokens revoked;
    private final Duration heartbeat;

    NoteStreamResource(NoteFeed feed, SecurityIdentity identity, RevokedTokens revoked, NotificationConfig config) {
        this.feed = feed;
        this.identity = identity;
        this.revoked = revoked;
        this.heartbeat = config.push().heartbeat();
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "My notes as they come; resume with Last-Event-ID",
            description =
                    "Each event's id is its place and its data the note as JSON: id, messageId, template, urgency, text in"
                            + " the token's language, bookingId, at. It ends with the token. Codes are never shown.")
    @APIResponse(responseCode = "400", description = "Last-Event-ID is no id of a note")
    public Multi<OutboundSseEvent> stream(@RestHeader("Last-Event-ID") @Nullable String lastEventId, Sse sse) {
        NotePlace after = place(lastEventId);
        StreamReader reader = StreamReader.find(identity).orElseThrow(() -> ProblemException.forbidden("not-allowed"));
        Multi<OutboundSseEvent> notes = Multi.createFrom()
                .<Note>emitter(
                        emitter -> emitter.onTermination(feed.read(reader.reader(), after, emitter::emit)),
                        MOST_WAITING)
                .map(note -> event(sse, note));
        Multi<OutboundSseEvent> beats = Multi.createFrom()
                .ticks()
                .every(heartbeat)
                .onOverflow()
                .drop()
                .map(_ -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(notes, beats).select().first(_ -> !reader.isOver(revoked));
    }

    private static OutboundSseEvent event(Sse sse, Note note) {
        return sse.newEventBuilder()
                .id(note.id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Note.class, note)
                .build();
    }

    private NotePlace place(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return feed.newest();
        }
        return NotePlace.find(lastEventId).orElseThrow(() -> ProblemException.badRequest("unreadable-place"));
    }
}
