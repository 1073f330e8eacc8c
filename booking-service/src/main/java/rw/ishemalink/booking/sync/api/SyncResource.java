package rw.ishemalink.booking.sync.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;
import static rw.ishemalink.kit.problem.ProblemException.conflict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.booking.sync.Arrival;
import rw.ishemalink.booking.sync.Arrival.Accepted;
import rw.ishemalink.booking.sync.Arrival.Rejected;
import rw.ishemalink.booking.sync.Reason;
import rw.ishemalink.booking.sync.StoredAction;
import rw.ishemalink.booking.sync.SyncDesk;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemTexts;

/** Where phones bring what was done without network, as often as it takes. */
@Path("/api/sync")
@RunOnVirtualThread
@RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT, Role.Names.DRIVER})
public class SyncResource {

    private final SyncDesk desk;
    private final ActionReader reader;
    private final ProblemTexts texts;
    private final SyncConfig config;
    private final Caller caller;

    SyncResource(SyncDesk desk, ActionReader reader, ProblemTexts texts, SyncConfig config, Caller caller) {
        this.desk = desk;
        this.reader = reader;
        this.texts = texts;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Bring up to 500 actions made without network; they are stored when this answers",
            description = "Each action is answered for itself: done, queued with its turn and an estimate, waiting for"
                    + " what it builds on, or refused. Sent again under the same syncId it gives the first answer.")
    public SyncAnswer sync(@NotNull @Valid SyncRequest request, HttpHeaders headers) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int number = 0; number < request.actions().size(); number++) {
            arrivals.add(reader.read(caller, request.actions().get(number), number));
        }
        List<Accepted> accepted = arrivals.stream()
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .toList();
        List<StoredAction> stored = desk.take(caller, request.device(), accepted);
        return answer(arrivals, stored, writer(headers));
    }

    @GET
    @Operation(summary = "What became of the caller's actions: of those ids, or of those a device still has open")
    public SyncAnswer get(
            @Parameter(description = "Up to 500, comma between them") @RestQuery @Nullable String syncIds,
            @Parameter(description = "With open=true: its actions that are not done yet, up to 500")
                    @RestQuery
                    @Nullable
                    String device,
            @RestQuery boolean open,
            HttpHeaders headers) {
        if (syncIds != null) {
            return new SyncAnswer(writer(headers).write(desk.list(caller, ids(syncIds))));
        }
        if (device == null || !open) {
            throw badRequest("sync-query-needed");
        }
        return new SyncAnswer(writer(headers).write(desk.listOpen(caller, device, SyncRequest.MOST_ACTIONS)));
    }

    private static SyncAnswer answer(List<Arrival> arrivals, List<StoredAction> stored, ItemWriter writer) {
        Map<UUID, String> fingerprints =
                stored.stream().collect(Collectors.toMap(StoredAction::syncId, StoredAction::fingerprint));
        Map<UUID, SyncItem> items = new HashMap<>();
        writer.write(stored).forEach(item -> items.put(item.syncId(), item));
        return new SyncAnswer(arrivals.stream()
                .map(arrival -> switch (arrival) {
                    case Rejected rejected -> writer.write(rejected);
                    case Accepted accepted ->
                        accepted.fingerprint().equals(fingerprints.get(accepted.syncId()))
                                ? Objects.requireNonNull(items.get(accepted.syncId()))
                                : writer.write(reused(accepted));
                })
                .toList());
    }

    private static Rejected reused(Accepted accepted) {
        return new Rejected(accepted.syncId(), Reason.of(conflict("sync-id-reused")), List.of());
    }

    private static Set<UUID> ids(String commaSeparated) {
        try {
            Set<UUID> ids = Arrays.stream(commaSeparated.split(","))
                    .map(String::strip)
                    .map(UUID::fromString)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (ids.size() <= SyncRequest.MOST_ACTIONS) {
                return ids;
            }
        } catch (IllegalArgumentException e) {
            throw badRequest("sync-query-needed");
        }
        throw badRequest("sync-query-needed");
    }

    /** The language that the request asks for, else the caller's own. */
    private ItemWriter writer(HttpHeaders headers) {
        boolean asked = headers.getRequestHeaders().containsKey(HttpHeaders.ACCEPT_LANGUAGE);
        List<Locale> wanted = asked ? headers.getAcceptableLanguages() : List.of(Locale.of(caller.language()));
        return new ItemWriter(texts, ProblemTexts.language(wanted), desk.view(), config.perMinute());
    }
}
