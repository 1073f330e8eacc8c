package rw.ishemalink.identity.fleet;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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

    /** A new driver, whose papers are checked next; 409 when the person drives already, or licence or vehicle are another's. */
    public Driver onboard(Caller caller, Applicant applicant) {
        return change(tx -> {
            Driver driver = onboarding.onboard(tx.sql(), caller, applicant);
            FleetEvents.publish(tx, FleetChange.DRIVER_APPLIED, driver);
            return driver;
        });
    }

    /** Replaces what is said of a driver; without an order the status stays, unless there are papers to be checked. */
    public Driver change(Caller caller, UUID driverId, DriverDetails details, Optional<StatusOrder> order) {
        return change(tx -> {
            Driver before = getForUpdate(tx, caller, driverId);
            List<DriverFact> facts = new ArrayList<>();
            if (details.hasOtherPapersThan(before)) {
                facts.add(new DriverFact.NewPapers());
            }
            order.map(DriverFact.Ordered::new).ifPresent(facts::add);
            return follow(tx, before, details, DriverMove.of(before.status(), facts));
        });
    }

    /** The driver, locked; 404 outside of the caller's boundary. */
    Driver getForUpdate(Tx tx, Caller caller, UUID driverId) {
        return store.findForUpdate(tx.sql(), FleetBoundary.of(caller), driverId).orElseThrow(Drivers::noSuchDriver);
    }

    /** The driver's next version, and what comes of it. Who may not work any more is off duty. */
    Driver follow(Tx tx, Driver before, DriverDetails details, DriverMove move) {
        store.update(tx.sql(), before, details, move);
        move.findShiftEnd().ifPresent(end -> shifts.end(tx.sql(), before.driverId(), end));
        FleetBoundary oneself = FleetBoundary.oneself(before.tenant(), before.driverId());
        Driver after = store.find(tx.sql(), oneself, before.driverId()).orElseThrow();
        FleetEvents.publish(tx, move.change(), after);
        return after;
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

    /** Drivers in the caller's boundary, after that id. */
    public List<Driver> list(Caller caller, DriverFilter only, Optional<UUID> after, int limit) {
        return work.read(sql -> store.list(sql, FleetBoundary.of(caller), only, after, limit));
    }

    /** One transaction about a driver; what its constraints refuse is 409. */
    <R> R change(Function<Tx, R> change) {
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
