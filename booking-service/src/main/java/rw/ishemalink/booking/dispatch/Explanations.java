package rw.ishemalink.booking.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.desk.Register;
import rw.ishemalink.booking.dispatch.Report.Shown;
import rw.ishemalink.booking.dispatch.store.ConsiderationStore;
import rw.ishemalink.booking.dispatch.store.OfferStore;
import rw.ishemalink.booking.dispatch.store.SearchStore;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Tells why a driver was asked, or was not, to those who may know; an operator only of its own fleet. */
@ApplicationScoped
public class Explanations {

    private static final Role[] WATCHING = {
        Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN, Role.GOVERNMENT, Role.AUDITOR
    };

    private final UnitOfWork unitOfWork;
    private final Register register;
    private final SearchStore searches;
    private final OfferStore offers;
    private final ConsiderationStore considerations;
    private final DriverStore drivers;

    Explanations(
            UnitOfWork unitOfWork,
            Register register,
            SearchStore searches,
            OfferStore offers,
            ConsiderationStore considerations,
            DriverStore drivers) {
        this.unitOfWork = unitOfWork;
        this.register = register;
        this.searches = searches;
        this.offers = offers;
        this.considerations = considerations;
        this.drivers = drivers;
    }

    /** How a driver was sought for a booking that the caller may see. */
    public Report getReport(Caller caller, UUID bookingId) {
        register.getBooking(caller, bookingId);
        return unitOfWork.read(sql -> {
            List<Offer> made = offers.list(sql, bookingId);
            List<Consideration> refused = considerations.list(sql, bookingId);
            return new Report(
                    bookingId,
                    searches.findStanding(sql, bookingId).orElse(null),
                    made,
                    refused,
                    shown(sql, caller, made, refused));
        });
    }

    private Shown shown(Handle sql, Caller caller, List<Offer> made, List<Consideration> refused) {
        if (caller.isAnyForTenant(WATCHING)) {
            return new Shown.Everybody();
        }
        if (caller.fleet().isEmpty()) {
            return new Shown.Counts();
        }
        Set<UUID> concerned = Stream.concat(
                        made.stream().map(Offer::driverId), refused.stream().map(Consideration::driverId))
                .collect(Collectors.toSet());
        return new Shown.These(drivers.listOfFleet(sql, caller.fleet().get(), concerned));
    }
}
