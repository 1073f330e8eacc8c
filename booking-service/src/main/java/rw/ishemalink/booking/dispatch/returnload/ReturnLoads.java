package rw.ishemalink.booking.dispatch.returnload;

import static rw.ishemalink.kit.problem.ProblemException.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.desk.store.BookingQueries;
import rw.ishemalink.booking.dispatch.Route;
import rw.ishemalink.booking.dispatch.Whereabouts;
import rw.ishemalink.booking.dispatch.store.SearchStore;
import rw.ishemalink.booking.fleet.Driver;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.quote.store.ReferenceData;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Finds cargo for the way home. */
@ApplicationScoped
public class ReturnLoads {

    private static final int SHOWN = 20;

    private final UnitOfWork unitOfWork;
    private final BookingQueries bookings;
    private final DriverStore drivers;
    private final SearchStore searches;
    private final ReferenceData reference;

    ReturnLoads(
            UnitOfWork unitOfWork,
            BookingQueries bookings,
            DriverStore drivers,
            SearchStore searches,
            ReferenceData reference) {
        this.unitOfWork = unitOfWork;
        this.bookings = bookings;
        this.drivers = drivers;
        this.searches = searches;
        this.reference = reference;
    }

    /** A load and the booking that it is. */
    public record Found(ReturnLoad load, Booking booking) {}

    /** The best few loads for the way home from the driver's trip, best first. */
    public List<Found> list(Caller caller) {
        return unitOfWork.read(sql -> {
            Driver driver = drivers.findActive(sql, caller.tenant(), caller.personId())
                    .orElseThrow(() -> conflict("no-active-driver"));
            Booking trip =
                    bookings.findTrip(sql, caller.tenant(), caller.personId()).orElseThrow(() -> conflict("no-trip"));
            return withBookings(sql, caller.tenant(), list(sql, driver, wayHome(trip)));
        });
    }

    private WayHome wayHome(Booking trip) {
        Route route = new Whereabouts(reference.gazetteer()).of(trip.order().terms());
        return new WayHome(route.dropOff(), route.pickUp());
    }

    private List<ReturnLoad> list(Handle sql, Driver driver, WayHome way) {
        return searches.listOpenCargo(sql, driver.tenant(), way.end(), WayHome.PICK_UP_WITHIN_METRES).stream()
                .filter(load -> load.needs().suits(driver.vehicleKind())
                        && load.needs().fit(driver.capacityKg())
                        && way.passes(load.route()))
                .map(load -> ReturnLoad.of(way, load))
                .sorted(ReturnLoad.ORDER)
                .limit(SHOWN)
                .toList();
    }

    private List<Found> withBookings(Handle sql, String tenant, List<ReturnLoad> loads) {
        List<UUID> ids = loads.stream().map(one -> one.load().bookingId()).toList();
        Map<UUID, Booking> byId = bookings.list(sql, tenant, ids).stream()
                .collect(Collectors.toMap(Booking::bookingId, Function.identity()));
        return loads.stream()
                .flatMap(
                        load -> Optional.ofNullable(byId.get(load.load().bookingId()))
                                .map(booking -> new Found(load, booking))
                                .stream())
                .toList();
    }
}
