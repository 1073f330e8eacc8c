package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.fleet.FleetChange;

/** Papers of those who want to drive, and of those who do: handed in by themselves or by whoever runs the fleet. */
@Singleton
public class Applications {

    private final UnitOfWork work;
    private final DriverStore store;
    private final DriverDocumentStore documents;
    private final Drivers drivers;
    private final Onboarding onboarding;

    Applications(
            UnitOfWork work, DriverStore store, DriverDocumentStore documents, Drivers drivers, Onboarding onboarding) {
        this.work = work;
        this.store = store;
        this.documents = documents;
        this.drivers = drivers;
        this.onboarding = onboarding;
    }

    /** A new driver with papers; 409 when the person drives already, or licence or vehicle are another's. */
    public Application apply(Caller caller, Applicant applicant) {
        return drivers.change(tx -> {
            Driver driver = onboarding.onboard(tx.sql(), caller, applicant);
            FleetEvents.publish(tx, FleetChange.DRIVER_APPLIED, driver);
            return new Application(driver, applicant.documents());
        });
    }

    /** New papers in the place of those from before. The same ones change nothing, unless they had been refused. */
    public Application handIn(Caller caller, UUID driverId, DriverDetails details, List<DriverDocument> handedIn) {
        return drivers.change(tx -> {
            Driver before = drivers.getForUpdate(tx, caller, driverId);
            Application held = withDocuments(tx.sql(), List.of(before)).getFirst();
            boolean same =
                    !details.hasOtherPapersThan(before) && sorted(handedIn).equals(sorted(held.documents()));
            if (same && before.status() != DriverStatus.REJECTED) {
                return held;
            }
            return replace(tx, before, details, handedIn);
        });
    }

    /** The application; 404 outside of the caller's boundary. */
    public Application get(Caller caller, UUID driverId) {
        return work
                .read(sql -> withDocuments(
                        sql,
                        store.find(sql, FleetBoundary.of(caller), driverId).stream()
                                .toList()))
                .stream()
                .findFirst()
                .orElseThrow(Drivers::noSuchDriver);
    }

    /** The caller's own, whatever else the caller may see. */
    public Application getOwn(Caller caller) {
        FleetBoundary oneself = FleetBoundary.oneself(caller.tenant(), caller.personId());
        return work
                .read(sql -> withDocuments(
                        sql,
                        store.find(sql, oneself, caller.personId()).stream().toList()))
                .stream()
                .findFirst()
                .orElseThrow(Drivers::noSuchDriver);
    }

    /** Applications in the caller's boundary, after that id. */
    public List<Application> list(Caller caller, DriverFilter only, Optional<UUID> after, int limit) {
        return work.read(sql -> withDocuments(sql, store.list(sql, FleetBoundary.of(caller), only, after, limit)));
    }

    private Application replace(Tx tx, Driver before, DriverDetails details, List<DriverDocument> handedIn) {
        documents.replace(tx.sql(), before.tenant(), before.driverId(), handedIn);
        DriverMove move = DriverMove.of(before.status(), List.of(new DriverFact.NewPapers()));
        return new Application(drivers.follow(tx, before, details, move), handedIn);
    }

    private List<Application> withDocuments(Handle sql, List<Driver> found) {
        Map<UUID, List<DriverDocument>> held =
                documents.list(sql, found.stream().map(Driver::driverId).toList());
        return found.stream()
                .map(driver -> new Application(driver, held.getOrDefault(driver.driverId(), List.of())))
                .toList();
    }

    private static List<DriverDocument> sorted(List<DriverDocument> all) {
        return all.stream().sorted(Comparator.comparing(DriverDocument::kind)).toList();
    }
}
