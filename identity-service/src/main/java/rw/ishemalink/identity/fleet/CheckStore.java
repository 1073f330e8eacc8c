package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;

/** What was said of drivers' papers, in the database. */
@Singleton
class CheckStore {

    private final People people;

    CheckStore(People people) {
        this.people = people;
    }

    /** The person behind a driver, locked before the driver is, as everywhere; empty when nobody is known by that id. */
    Optional<Person> findPersonForUpdate(Handle sql, String tenant, UUID driverId) {
        sql.createQuery("select person_id from person where tenant = :tenant and person_id = :driverId for update")
                .bind("tenant", tenant)
                .bind("driverId", driverId)
                .mapTo(UUID.class)
                .findOne();
        return people.find(sql, tenant, driverId);
    }

    /** Notes what was said; a move of the status is the driver's next version. */
    void keep(Handle sql, Driver before, PapersCheck check, DriverMove move) {
        sql.createUpdate("""
                        update driver set check_sequence = :sequence, check_papers_of = :papersOf, check_outcome = :outcome,
                               check_refusals = :refusals, check_valid_until = :validUntil, checked_at = :at,
                               status = :status, version = version + case when :moves then 1 else 0 end
                        where tenant = :tenant and driver_id = :driverId""")
                .bind("sequence", check.sequence())
                .bind("papersOf", check.papersOf())
                .bind("outcome", check.outcome().name())
                .bindArray("refusals", String.class, check.refusals())
                .bind("validUntil", check.validUntil())
                .bind("at", check.at())
                .bind("status", move.after().name())
                .bind("moves", move.changesStatus())
                .bind("tenant", before.tenant())
                .bind("driverId", before.driverId())
                .execute();
    }
}
