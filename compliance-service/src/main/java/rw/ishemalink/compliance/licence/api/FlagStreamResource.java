package rw.ishemalink.compliance.licence.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.compliance.licence.Flag;
import rw.ishemalink.compliance.licence.store.FlagStore;
import rw.ishemalink.compliance.licence.store.FlagStore.Wanted;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Open flags as they are raised, by whichever instance. Each listener looks itself, so nothing has to be passed between
 * instances; after ten minutes the stream ends, and the listener comes again with a token that still counts.
 */
@Path("/api/compliance/flags/stream")
@Tag(name = "Licences")
@RolesAllowed({
    Role.Names.GOVERNMENT,
    Role.Names.CUSTOMS_INSPECTOR,
    Role.Names.AUDITOR,
    Role.Names.DISPATCHER,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN,
    Role.Names.OPERATOR
})
public class FlagStreamResource {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int LOOKS = 300;
    private static final int MOST_OPEN = 200;

    /** Less than the door waits for an answer. */
    private static final int LOOKS_IN_SILENCE = 5;

    private final UnitOfWork unitOfWork;
    private final FlagStore flags;
    private final Caller caller;

    FlagStreamResource(UnitOfWork unitOfWork, FlagStore flags, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.flags = flags;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Open flags as server-sent events: those that stand open first, then each new one within seconds",
            description = "While there is nothing to tell, a comment says that the stream is alive.")
    @APIResponse(
            responseCode = "200",
            description = "One flag an event",
            content = @Content(schema = @Schema(implementation = Flag.class)))
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        Wanted open = new Wanted(caller.tenant(), Sights.findFleet(caller), true, null, MOST_OPEN);
        Set<UUID> sent = new HashSet<>();
        return Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(LOOK_EVERY)
                .onOverflow()
                .drop()
                .select()
                .first(LOOKS)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToMultiAndConcatenate(
                        look -> Multi.createFrom().iterable(events(sse, look, listNew(open, sent))));
    }

    /** Whoever asks is answered at once, and whoever stands between keeps the line open, though nothing is wrong. */
    private static List<OutboundSseEvent> events(Sse sse, long look, List<Flag> flags) {
        if (flags.isEmpty() && look % LOOKS_IN_SILENCE == 0) {
            return List.of(sse.newEventBuilder().comment("alive").build());
        }
        return flags.stream()
                .map(flag -> sse.newEventBuilder()
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Flag.class, flag)
                        .build())
                .toList();
    }

    private List<Flag> listNew(Wanted open, Set<UUID> sent) {
        List<Flag> standing = unitOfWork.read(sql -> flags.list(sql, open));
        return standing.stream().filter(flag -> sent.add(flag.flagId())).toList();
    }
}
