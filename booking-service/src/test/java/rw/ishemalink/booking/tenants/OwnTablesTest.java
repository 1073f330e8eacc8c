package rw.ishemalink.booking.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.BigTenants;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.testing.SuiteResource;

/** With two tenants whose bookings have tables of their own, the database refuses what it refuses with one table. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(BigTenants.class)
class OwnTablesTest {

    /** The same booking once more, in another tenant. */
    private static final String COPY = """
            insert into booking (booking_id, tenant, tracking_code, kind, sender_id, sender_phone, sender_language,
                                 payer_phone, terms, offline_created, created_at, status, version, step)
            select cast(:copy as uuid), :tenant, :code, kind, sender_id, sender_phone, sender_language, payer_phone,
                   terms, offline_created, created_at, status, version, step
            from booking where booking_id = :id""";

    private static final String ASK_DRIVER = """
            update booking set driver_id = :driver, vehicle_id = :driver, vehicle_plate = 'RAB 123 C', status = 'CONFIRMED'
            where booking_id = :id""";

    @Inject
    Jdbi jdbi;

    @Test
    void each_has_its_bookings_and_their_history_and_all_others_share_tables() {
        UUID lagos = booked("lagos-buses");
        UUID abuja = booked("abuja");
        UUID kigali = booked("kigali-taxis");

        assertThat(tableOf("booking", lagos)).isEqualTo("booking_of_lagos_buses");
        assertThat(tableOf("booking_transition", lagos)).isEqualTo("booking_transition_of_lagos_buses");
        assertThat(tableOf("booking", abuja)).isEqualTo("booking_of_abuja");
        assertThat(tableOf("booking", kigali)).isEqualTo("booking_rest");
        assertThat(tableOf("booking_transition", kigali)).isEqualTo("booking_transition_rest");
    }

    @Test
    void an_id_or_a_tracking_code_that_another_tenant_has_is_not_given_again() {
        UUID lagos = booked("lagos-buses");

        assertThat(copied(lagos, lagos, "abuja", "ISH-00000001")).isZero();
        assertThat(copied(lagos, UUID.randomUUID(), "abuja", codeOf(lagos))).isZero();
        assertThat(copied(lagos, UUID.randomUUID(), "abuja", "ISH-00000002")).isEqualTo(1);
    }

    @Test
    void of_two_tenants_that_take_one_tracking_code_at_the_same_moment_one_gets_it() {
        UUID lagos = booked("lagos-buses");
        String code = "ISH-00000003";
        CompletableFuture<Integer> second;
        try (Handle first = jdbi.open()) {
            first.begin();
            assertThat(copied(first, lagos, UUID.randomUUID(), "abuja", code)).isEqualTo(1);
            second = CompletableFuture.supplyAsync(() -> copied(lagos, UUID.randomUUID(), "kigali-taxis", code));
            await().until(this::somebodyWaits);
            first.commit();
        }

        assertThatThrownBy(second::join).hasStackTraceContaining("one_booking_per_tracking_code");
    }

    @Test
    void a_driver_has_one_trip_whichever_tenant_asks() {
        UUID driver = UUID.randomUUID();
        UUID lagos = booked("lagos-buses");
        UUID abuja = booked("abuja");
        assertThat(asked(lagos, driver)).isEqualTo(1);

        assertThatThrownBy(() -> asked(abuja, driver))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("one_trip_per_driver");

        changed("update booking set status = 'CANCELLED' where booking_id = :id", lagos);
        assertThat(asked(abuja, driver)).isEqualTo(1);
    }

    @Test
    void what_refers_to_a_booking_refers_to_one_that_is_there_and_is_the_tenants() {
        UUID lagos = booked("lagos-buses");
        String proof = "insert into booking_proof (booking_id, stage, tenant, recorded_at, code_given)"
                + " values (:id, 'PICKED_UP', '%s', now(), false)";

        assertThatThrownBy(() -> changed(proof.formatted("abuja"), lagos)).hasMessageContaining("booking_proof");
        assertThatThrownBy(() -> changed(proof.formatted("lagos-buses"), UUID.randomUUID()))
                .hasMessageContaining("booking_proof");
        assertThat(changed(proof.formatted("lagos-buses"), lagos)).isEqualTo(1);
    }

    @Test
    void a_booking_keeps_its_tenant_its_id_and_its_code_and_its_history_is_only_added_to() {
        UUID lagos = booked("lagos-buses");

        assertThatThrownBy(() -> changed("update booking set tenant = 'abuja' where booking_id = :id", lagos))
                .hasMessageContaining("keeps its id, its tracking code and its tenant");
        assertThatThrownBy(() -> changed("update booking_transition set reason = 'x' where booking_id = :id", lagos))
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> changed("delete from booking where booking_id = :id", lagos))
                .hasMessageContaining("foreign key");
    }

    @Test
    void every_booking_has_its_key_and_no_key_is_left_over() {
        booked("lagos-buses");
        booked("kigali-taxis");

        assertThat(count("""
                        select count(*) from booking full join booking_key using (booking_id, tracking_code, tenant)
                        where booking.kind is null or booking_key is null""")).isZero();
        assertThat(count("""
                        select count(*) from trip_of_driver t left join booking b using (booking_id, tenant, driver_id)
                        where b.kind is null""")).isZero();
    }

    private static UUID booked(String tenant) {
        return Someone.sender(tenant).books(Journeys.RIDE);
    }

    private int copied(UUID original, UUID copy, String tenant, String code) {
        return jdbi.withHandle(sql -> copied(sql, original, copy, tenant, code));
    }

    private static int copied(Handle sql, UUID original, UUID copy, String tenant, String code) {
        return sql.createUpdate(COPY)
                .bind("id", original)
                .bind("copy", copy)
                .bind("tenant", tenant)
                .bind("code", code)
                .execute();
    }

    private int asked(UUID bookingId, UUID driver) {
        return jdbi.withHandle(sql -> sql.createUpdate(ASK_DRIVER)
                .bind("driver", driver)
                .bind("id", bookingId)
                .execute());
    }

    private int changed(String statement, UUID bookingId) {
        return jdbi.withHandle(
                sql -> sql.createUpdate(statement).bind("id", bookingId).execute());
    }

    private String tableOf(String table, UUID bookingId) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        "select distinct tableoid::regclass::text from " + table + " where booking_id = :id")
                .bind("id", bookingId)
                .mapTo(String.class)
                .one());
    }

    private String codeOf(UUID bookingId) {
        return jdbi.withHandle(sql -> sql.createQuery("select tracking_code from booking where booking_id = :id")
                .bind("id", bookingId)
                .mapTo(String.class)
                .one());
    }

    private boolean somebodyWaits() {
        return count("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                > 0;
    }

    private long count(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(Long.class).one());
    }
}
