package rw.ishemalink.compliance.mds.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.RequestedHour;
import rw.ishemalink.compliance.mds.VehicleEvent;
import rw.ishemalink.compliance.mds.store.MdsReader;
import rw.ishemalink.compliance.mds.store.MdsReader.Cut;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.reads.Reads;

/** MDS 2.0: what happened, by the hour, and what happened lately. */
@Path("/mds")
@Tag(name = "MDS")
@RolesAllowed(Role.Names.GOVERNMENT)
public class HistoryResource {

    private static final String EVENTS = "mds_event";
    private static final String TELEMETRY = "mds_telemetry";

    /** As far back as {@code /events/recent} goes (MDS 2.0). */
    private static final Duration RECENT = Duration.ofDays(14);

    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final MdsReader reader;
    private final MdsDesk desk;
    private final Caller caller;

    HistoryResource(UnitOfWork unitOfWork, Reads reads, MdsReader reader, MdsDesk desk, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.reader = reader;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Path("/trips")
    @RunOnVirtualThread
    @Operation(summary = "MDS 2.0 trips that ended in an hour; 202 while it settles, 404 for an hour that is not over")
    public Response trips(@RestQuery("end_time") @Nullable String endTime) {
        UUID provider = desk.provider(caller);
        return hour(
                "end_time",
                endTime,
                EVENTS,
                (sql, hour) -> new Payloads.Trips(
                        Payloads.VERSION,
                        reader.rides(sql, caller.tenant(), hour.begin(), hour.end()).stream()
                                .map(ride -> MdsTrip.of(provider, ride))
                                .toList()));
    }

    @GET
    @Path("/events/historical")
    @RunOnVirtualThread
    @Operation(summary = "MDS 2.0 changes of vehicles' states in an hour; 202 and 404 as for trips")
    public Response historical(@RestQuery("event_time") @Nullable String eventTime) {
        UUID provider = desk.provider(caller);
        return hour(
                "event_time",
                eventTime,
                EVENTS,
                (sql, hour) -> new Payloads.Events(
                        Payloads.VERSION,
                        told(provider, reader.events(sql, caller.tenant(), hour.begin(), hour.end(), Cut.NONE)),
                        null));
    }

    @GET
    @Path("/telemetry")
    @RunOnVirtualThread
    @Operation(summary = "MDS 2.0 positions of an hour; 202 and 404 as for trips")
    public Response telemetry(@RestQuery("telemetry_time") @Nullable String telemetryTime) {
        UUID provider = desk.provider(caller);
        return hour(
                "telemetry_time",
                telemetryTime,
                TELEMETRY,
                (sql, hour) -> new Payloads.Telemetry(
                        Payloads.VERSION,
                        reader.fixes(sql, caller.tenant(), hour.begin(), hour.end()).stream()
                                .map(fix -> MdsTelemetry.of(provider, fix))
                                .toList()));
    }

    @GET
    @Path("/events/recent")
    @RunOnVirtualThread
    @Operation(summary = "MDS 2.0 changes of vehicles' states between two moments of the last two weeks, in pages")
    public Response recent(
            @RestQuery("start_time") @Nullable String startTime,
            @RestQuery("end_time") @Nullable String endTime,
            @RestQuery("page[number]") @Nullable String number,
            @RestQuery("page[size]") @Nullable String size) {
        UUID provider = desk.provider(caller);
        Instant from = moment(startTime);
        Instant to = moment(endTime);
        if (!from.isBefore(to) || from.isBefore(Instant.now().minus(RECENT))) {
            throw ProblemException.badRequest("bad-mds-range");
        }
        PageAsked page = PageAsked.of(number, size);
        List<VehicleEvent> found = reads.read(sql -> reader.events(sql, caller.tenant(), from, to, page.cut()));
        String address = "/mds/events/recent?start_time=" + from.toEpochMilli() + "&end_time=" + to.toEpochMilli();
        List<VehicleEvent> shown = found.stream().limit(page.size()).toList();
        return desk.ok(new Payloads.Events(
                Payloads.VERSION, told(provider, shown), page.links(address, '&', found.size() > page.size())));
    }

    private Response hour(
            String parameter, @Nullable String text, String kept, BiFunction<Handle, RequestedHour, Object> answer) {
        RequestedHour hour = MdsDesk.hour(parameter, text);
        boolean known = desk.isKnown(hour, unitOfWork.read(sql -> reader.findFirst(sql, caller.tenant(), kept)));
        // The hour settled longer ago than a replica may be behind.
        return known ? desk.ok(reads.read(sql -> answer.apply(sql, hour))) : desk.notYet();
    }

    private static List<MdsEvent> told(UUID provider, List<VehicleEvent> events) {
        return events.stream().map(event -> MdsEvent.of(provider, event)).toList();
    }

    private static Instant moment(@Nullable String text) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(text == null ? "" : text));
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("bad-mds-range");
        }
    }
}
