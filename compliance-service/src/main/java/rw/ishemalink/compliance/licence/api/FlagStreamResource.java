package rw.ishemalink.compliance.licence.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
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
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Open flags as server-sent events: those that stand open first, then each new one within seconds")
    public Multi<Flag> stream() {
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
                .transformToMultiAndConcatenate(_ -> Multi.createFrom().iterable(listNew(open, sent)));
    }

    private List<Flag> listNew(Wanted open, Set<UUID> sent) {
        List<Flag> standing = unitOfWork.read(sql -> flags.list(sql, open));
        return standing.stream().filter(flag -> sent.add(flag.flagId())).toList();
    }
}
