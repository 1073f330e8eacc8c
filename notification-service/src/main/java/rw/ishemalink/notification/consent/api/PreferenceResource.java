package rw.ishemalink.notification.consent.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.notification.consent.Preferences;
import rw.ishemalink.notification.consent.StoppedPhones;
import rw.ishemalink.notification.consent.Way;
import rw.ishemalink.notification.message.Urgency;

/** What the caller wants to hear, and how. */
@Path("/api/notifications/preferences")
@Tag(name = "Preferences")
@Authenticated
public class PreferenceResource {

    /**
     * The caller's wishes.
     *
     * @param ways for each urgency; in a request, those to change
     * @param stopped whether the caller's phone gets no news by SMS, as after STOP; in a request null leaves it
     */
    public record Wishes(
            @NotNull Map<Urgency, Way> ways, @Nullable Boolean stopped) {}

    private final UnitOfWork unitOfWork;
    private final Preferences preferences;
    private final StoppedPhones stopped;
    private final Caller caller;

    PreferenceResource(UnitOfWork unitOfWork, Preferences preferences, StoppedPhones stopped, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.preferences = preferences;
        this.stopped = stopped;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How I hear news of each urgency, and whether my phone sent STOP")
    public Wishes get() {
        Map<Urgency, Way> ways = unitOfWork.read(sql -> preferences.list(sql, caller.tenant(), caller.personId()));
        return new Wishes(ways, caller.phone().map(stopped::contains).orElse(false));
    }

    @PUT
    @Operation(summary = "Change how I hear news; urgencies that are not named stay as they are")
    @APIResponse(responseCode = "200", description = "All wishes, as they hold from now on")
    @APIResponse(responseCode = "400", description = "CODE, MONEY and SAFETY are always sent, as usual")
    public Wishes put(@Valid @NotNull Wishes wishes) {
        wishes.ways().forEach((urgency, way) -> {
            if (urgency.always() && way != Way.USUAL) {
                throw ProblemException.badRequest("cannot-be-stopped", urgency.name());
            }
        });
        unitOfWork.run(tx -> preferences.keep(tx.sql(), caller.tenant(), caller.personId(), wishes.ways()));
        Boolean stop = wishes.stopped();
        if (stop != null) {
            caller.phone().ifPresent(phone -> stopped.set(phone, stop));
        }
        return get();
    }
}
