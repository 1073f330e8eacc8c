package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** A driver's own going on and off duty. Going where one is already changes nothing, so that it may be repeated. */
@Singleton
public class Duty {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private final UnitOfWork work;
    private final DriverStore drivers;
    private final DriverChanges changes;
    private final ShiftStore shifts;
    private final Duration longest;

    Duty(UnitOfWork work, DriverStore drivers, DriverChanges changes, ShiftStore shifts, IdentityConfig config) {
        this.work = work;
        this.drivers = drivers;
        this.changes = changes;
        this.shifts = shifts;
        this.longest = config.shifts().longest();
    }

    /**
     * Goes on duty; the shift that then runs. 409 when the driver may not.
     *
     * @param vehicleId what the driver means to drive, if it was said
     */
    public Shift begin(Caller caller, Optional<UUID> vehicleId) {
        return work.call(tx -> {
            Driver driver = drivers.findForUpdate(tx.sql(), oneself(caller), caller.personId())
                    .orElseThrow(Drivers::noSuchDriver);
            DutyPolicy.refuse(driver, vehicleId, LocalDate.now(KIGALI)).ifPresent(because -> {
                throw ProblemException.conflict(because.code());
            });
            return shifts.findOpen(tx.sql(), driver.driverId()).orElseGet(() -> {
                Shift shift = shifts.begin(tx.sql(), driver, longest);
                changes.follow(tx, driver);
                return shift;
            });
        });
    }

    /** Goes off duty. */
    public void end(Caller caller) {
        work.run(tx -> {
            Driver driver = drivers.findForUpdate(tx.sql(), oneself(caller), caller.personId())
                    .orElseThrow(Drivers::noSuchDriver);
            if (shifts.end(tx.sql(), driver.driverId(), ShiftEnd.OFF_DUTY)) {
                changes.follow(tx, driver);
            }
        });
    }

    /** The caller's shifts before that one, the newest first. */
    public List<Shift> list(Caller caller, Optional<UUID> before, int limit) {
        return work.read(sql -> shifts.list(sql, caller.tenant(), caller.personId(), before, limit));
    }

    private static FleetBoundary oneself(Caller caller) {
        return FleetBoundary.oneself(caller.tenant(), caller.personId());
    }
}
