package rw.ishemalink.identity.privacy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.identity.fleet.DriverDocumentSeal;
import rw.ishemalink.identity.fleet.DriverErasure;
import rw.ishemalink.identity.fleet.DriverSeal;
import rw.ishemalink.identity.kyc.DocumentSeal;
import rw.ishemalink.identity.people.PersonSeal;
import rw.ishemalink.identity.recovery.RecoverySeal;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.privacy.Erasure;
import rw.ishemalink.kit.privacy.PersonalData;
import rw.ishemalink.kit.privacy.PersonalSet;

/** Who a person is. Forgotten last, for until all others have answered the person may want to log in and see why. */
@Singleton
class IdentityPersonalData implements PersonalData {

    private static final String OF_PERSON = " where tenant = :tenant and person_id = :personId";
    private static final String OF_DRIVER = " where tenant = :tenant and driver_id = :personId";

    private final PersonRequestStore requests;
    private final SessionEnds ends;
    private final DriverErasure drivers;

    IdentityPersonalData(PersonRequestStore requests, SessionEnds ends, DriverErasure drivers) {
        this.requests = requests;
        this.ends = ends;
        this.drivers = drivers;
    }

    @Override
    public List<PersonalSet> sets() {
        return List.of(
                new PersonalSet(
                        "person",
                        "person_id",
                        "select person_id, phone, name, email, language, operator_id, registered_at, created_at from"
                                + " person"
                                + OF_PERSON,
                        PersonSeal.TABLE.columns()),
                new PersonalSet(
                        "identity document",
                        "person_id",
                        "select person_id, kind, number, valid_until, given_at, seen_at, confirmed_at from"
                                + " identity_document"
                                + OF_PERSON,
                        DocumentSeal.TABLE.columns()),
                new PersonalSet(
                        "recoveries",
                        "recovery_id",
                        "select recovery_id, phone, state, asked_at, approved_at, closed_at from recovery" + OF_PERSON,
                        RecoverySeal.TABLE.columns()),
                PersonalSet.of(
                        "invitations",
                        "invitation_id",
                        "select invitation_id, role, operator_id, agency, state, created_at, closed_at from invitation"
                                + OF_PERSON + " and approved_by is not null"),
                PersonalSet.of("roles", "role", "select role, granted_by, granted_at from person_role" + OF_PERSON),
                PersonalSet.of(
                        "logins",
                        "family_id",
                        "select family_id, client_id, device_name, created_at, last_used_at, expires_at, revoked_at,"
                                + " revoked_because from refresh_family"
                                + OF_PERSON),
                PersonalSet.of(
                        "consents", "client_id", "select client_id, scopes, given_at from oauth_consent" + OF_PERSON),
                new PersonalSet(
                        "driver",
                        "driver_id",
                        "select driver_id, name, licence_number, licence_categories, licence_valid_until, status,"
                                + " vehicle_id, operator_id, rating_sum, rating_count, check_outcome, check_refusals,"
                                + " check_valid_until, checked_at, created_at from driver"
                                + OF_DRIVER,
                        DriverSeal.TABLE.columns()),
                new PersonalSet(
                        "driver_documents",
                        "document_id",
                        "select document_id, kind, number, valid_until, sha256, reference, handed_in_at"
                                + " from driver_document" + OF_DRIVER,
                        DriverDocumentSeal.TABLE.columns()),
                PersonalSet.of(
                        "shifts",
                        "shift_id",
                        "select shift_id, started_at, ended_at, ended_because from driver_shift" + OF_DRIVER),
                PersonalSet.of(
                        "ratings", "booking_id", "select booking_id, stars, rated_at from driver_rating" + OF_DRIVER));
    }

    @Override
    public Optional<String> findObstacle(Handle sql, String tenant, UUID personId) {
        boolean othersAreDone = requests.findOpen(sql, personId, Wish.ERASE)
                .filter(it -> !it.isDoneBut(PersonRequests.OWN))
                .isEmpty();
        return othersAreDone ? Optional.empty() : Optional.of("other-services");
    }

    @Override
    public Erasure erase(Tx tx, String tenant, UUID personId) {
        Handle sql = tx.sql();
        // First, for a driver is found by way of the person.
        int driver = drivers.erase(tx, tenant, personId);
        ends.endAllOf(tx, tenant, personId, SessionEnd.ERASED);
        sql.createUpdate("update refresh_family set device_name = null" + OF_PERSON)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute();
        int person = sql.createUpdate("""
                        update person set phone = null, phone_index = null, name = null, email = null, operator_id = null
                         where tenant = :tenant and person_id = :personId and phone is not null""")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute();
        int codes = delete(sql, "one_time_code", tenant, personId);
        int papers = delete(sql, "identity_document", tenant, personId) + delete(sql, "recovery", tenant, personId);
        sql.createUpdate("update invitation set state = 'WITHDRAWN', closed_at = now()" + OF_PERSON
                        + " and closed_at is null")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute();
        int roles = delete(sql, "person_role", tenant, personId);
        int clients = delete(sql, "oauth_code", tenant, personId) + delete(sql, "oauth_consent", tenant, personId);
        return Erasure.of(person + codes + papers + roles + clients + driver);
    }

    private static int delete(Handle sql, String table, String tenant, UUID personId) {
        return sql.createUpdate("delete from " + table + OF_PERSON)
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute();
    }
}
