package rw.ishemalink.booking.desk.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.Booked;
import rw.ishemalink.booking.desk.BookingDesk;
import rw.ishemalink.booking.desk.Register;
import rw.ishemalink.booking.desk.store.BookingQueries.Filter;
import rw.ishemalink.booking.desk.store.Listed;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Bookings: made and looked at. */
@Path("/api/bookings")
@RunOnVirtualThread
public class BookingsResource {

    private static final Role[] STAFF = {Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN, Role.AUDITOR};

    private final BookingDesk desk;
    private final Register register;
    private final Caller caller;

    BookingsResource(BookingDesk desk, Register register, Caller caller) {
        this.desk = desk;
        this.register = register;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "Book a quote; the price is the quote's")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "200", description = "Booked before under this syncId: the first answer again")
    @APIResponse(
            responseCode = "409",
            description = "The quote has expired, or the syncId was used for another request")
    public Response book(@NotNull @Valid BookingRequest request) {
        Booked booked = desk.book(caller, request.toNewBooking());
        return Response.status(booked.repeated() ? Response.Status.OK : Response.Status.CREATED)
                .entity(BookingView.of(booked.booking()))
                .build();
    }

    @GET
    @Authenticated
    @Operation(summary = "The bookings that the caller may see, newest first")
    public BookingPage list(
            @RestQuery @Nullable String status,
            @Parameter(description = "Only those that wait longer than they should; staff only")
                    @RestQuery
                    @DefaultValue("false")
                    boolean stuck,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Parameter(description = "The next of the page before") @RestQuery @Nullable String after) {
        boolean staff = caller.isAny(STAFF);
        if (stuck && !staff) {
            throw forbidden("staff-only");
        }
        Filter filter = new Filter(
                status == null ? null : status(status), stuck, after == null ? null : Cursor.read(after), limit + 1);
        List<Listed> found = register.list(caller, filter);
        return BookingPage.of(found, limit, one -> BookingView.of(one.booking(), staff ? one.progress() : null));
    }

    @GET
    @Path("{bookingId}")
    @Authenticated
    @Operation(summary = "A booking as it stands")
    public BookingView get(@RestPath UUID bookingId) {
        return BookingView.of(register.getBooking(caller, bookingId));
    }

    @GET
    @Path("{bookingId}/history")
    @Authenticated
    @Operation(summary = "Who changed the booking, when, from, to and why, first to last")
    public List<TransitionView> history(@RestPath UUID bookingId) {
        return register.getHistory(caller, bookingId).stream()
                .map(TransitionView::of)
                .toList();
    }

    private static BookingStatus status(String name) {
        return Arrays.stream(BookingStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> badRequest("unknown-status", name, Arrays.toString(BookingStatus.values())));
    }
}
