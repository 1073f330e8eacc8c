package rw.ishemalink.identity.fleet;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import rw.ishemalink.identity.people.ProfileChanged;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.fleet.FleetChange;

/** Drivers of the caller's part of the fleet. Every change is one transaction: state, version and event. */
@Singleton
public class Drivers {

    private final UnitOfWork work;
    private final DriverStore store;
    private final TakenByAnother taken;
    private final Onboarding onboarding;
    private final ShiftStore shifts;
    private final DriverChanges changes;

    Drivers(
            UnitOfWork work,
            DriverStore store,
            TakenByAnother taken,
            Onboarding onboarding,
            ShiftStore shifts,
            DriverChanges changes) {
        this.work = work;
        this.store = store;
        this.taken = taken;
        this.onboarding = onboarding;
        this.shifts = shifts;
        this.changes = changes;
    }

    /** A new driver; 409 when the person drives already, or licence or vehicle are another's. */
    public Driver onboard(Caller caller, Applicant applicant) {
        return change(tx -> {
            UUID driverId = onboarding.onboard(tx, caller, applicant);
            Driver driver =
                    store.find(tx.sql(), FleetBoundary.of(caller), driverId).orElseThrow();
            FleetEvents.publish(tx, FleetChange.DRIVER_ONBOARDED, driver);
            return driver;
        });
    }

    /** Replaces what is said of a driver; without a status it stays. A suspended driver is off duty. */
    public Driver change(Caller caller, UUID driverId, DriverDetails details, Optional<DriverStatus> status) {
        FleetBoundary boundary = FleetBoundary.of(caller);
        return change(tx -> {
            Driver before = store.findForUpdate(tx.sql(), boundary, driverId).orElseThrow(Drivers::noSuchDriver);
            store.update(tx.sql(), before, details, status.orElse(before.status()));
            boolean suspended = before.status() == DriverStatus.ACTIVE
                    && status.filter(DriverStatus.SUSPENDED::equals).isPresent();
            if (suspended) {
                shifts.end(tx.sql(), driverId, ShiftEnd.SUSPENDED);
            }
            Driver after = store.find(tx.sql(), boundary, driverId).orElseThrow();
            FleetEvents.publish(tx, suspended ? FleetChange.DRIVER_SUSPENDED : FleetChange.DRIVER_CHANGED, after);
            return after;
        });
    }

    /** A driver whose own profile changed is a changed driver: others write to them in the new language. */
    void follow(@Observes ProfileChanged changed) {
        Tx tx = changed.tx();
        UUID driverId = changed.person().personId();
        FleetBoundary oneself = FleetBoundary.oneself(changed.person().tenant(), driverId);
        store.findForUpdate(tx.sql(), oneself, driverId).ifPresent(before -> changes.follow(tx, before));
    }

    /** The driver; 404 outside of the caller's boundary. */
    public Driver get(Caller caller, UUID driverId) {
        return work.read(sql -> store.find(sql, FleetBoundary.of(caller), driverId))
                .orElseThrow(Drivers::noSuchDriver);
    }

    /**
     * Drivers in the caller's boundary, after that id.
     *
     * @param onDuty if present, only those on duty, or only those off duty
     */
    public List<Driver> list(Caller caller, Optional<Boolean> onDuty, Optional<UUID> after, int limit) {
        return work.read(sql -> store.list(sql, FleetBoundary.of(caller), onDuty, after, limit));
    }

    private Driver change(Function<Tx, Driver> change) {
        try {
            return work.call(change);
        } catch (UnableToExecuteStatementException e) {
            throw taken.problem(e);
        }
    }

    static ProblemException noSuchDriver() {
        return ProblemException.notFound("no-such-driver");
    }
}
