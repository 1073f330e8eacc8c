package rw.ishemalink.booking.desk.api;

import static rw.ishemalink.kit.problem.ProblemException.forbidden;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.booking.desk.Booked;
import rw.ishemalink.booking.desk.BookingDesk;
import rw.ishemalink.booking.desk.DraftDesk;
import rw.ishemalink.booking.desk.Register;
import rw.ishemalink.booking.desk.store.Listed;
import rw.ishemalink.booking.quote.store.ReferenceData;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Bookings: made and looked at. */
@Path("/api/bookings")
@RunOnVirtualThread
public class BookingsResource {

    private static final Role[] STAFF = {Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN, Role.AUDITOR};

    private final BookingDesk desk;
    private final DraftDesk drafts;
    private final Register register;
    private final ReferenceData reference;
    private final Caller caller;

    BookingsResource(BookingDesk desk, DraftDesk drafts, Register register, ReferenceData reference, Caller caller) {
        this.desk = desk;
        this.drafts = drafts;
        this.register = register;
        this.reference = reference;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "Book a quote at its price, or a journey at today's")
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
                .entity(BookingView.of(booked.booking(), caller))
                .build();
    }

    @PATCH
    @Path("{bookingId}")
    @RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "Change a draft; with a new quote or journey also its price")
    @APIResponse(responseCode = "409", description = "It is no draft any more, or the quote has expired")
    public BookingView edit(@RestPath UUID bookingId, @NotNull @Valid EditRequest request) {
        return BookingView.of(drafts.edit(caller, bookingId, request.toRevision()), caller);
    }

    @GET
    @Authenticated
    @Operation(summary = "The bookings that the caller may see, newest first")
    public BookingPage list(@BeanParam SearchParameters parameters) {
        boolean staff = caller.isAnyForTenant(STAFF);
        if (parameters.isStuck() && !staff) {
            throw forbidden("staff-only");
        }
        List<Listed> found = register.list(caller, parameters.read(reference.gazetteer()));
        return BookingPage.of(
                found,
                parameters.pageSize(),
                one -> BookingView.of(one.booking(), caller, staff ? one.progress() : null));
    }

    @GET
    @Path("{bookingId}")
    @Authenticated
    @Operation(summary = "A booking as it stands")
    public BookingView get(@RestPath UUID bookingId) {
        return BookingView.of(register.getBooking(caller, bookingId), caller);
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
}
