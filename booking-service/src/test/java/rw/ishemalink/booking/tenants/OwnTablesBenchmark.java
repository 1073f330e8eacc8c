package rw.ishemalink.booking.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.testing.SuiteResource;

/**
 * How long bookings stand still when a tenant gets its tables, and what a booking costs the database in either form.
 * Prints figures, asserts only that all rows are there. Run it with {@code -Dtest=OwnTablesBenchmark -Dbenchmark};
 * {@code -Dbenchmark.thousands=500} bookings.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(MovingTest.Alone.class)
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class OwnTablesBenchmark {

    private static final String LARGE = "large";
    private static final String SMALL = "small";
    private static final int TIMES = 2_000;

    /** One in four of the large tenant, four changes each. */
    private static final String FILL = """
            with made as (
              insert into booking (booking_id, tenant, tracking_code, kind, sender_id, sender_phone, sender_language,
                                   payer_phone, terms, offline_created, created_at, status, version, step)
              select uuidv7(), case when n % 4 = 0 then 'large' else 'small' end,
                     'ISH-Z' || lpad(upper(to_hex(n)), 7, '0'), 'RIDE', md5('s' || n % 5000)::uuid, 'v1:' || repeat('v', 60), 'rw',
                     'v1:' || repeat('v', 60), jsonb_build_object('origin', '{}', 'destination', '{}', 'said', repeat('t', 600)),
                     false, now(), 'DRAFT', 1, 'CONFIRMATION'
              from generate_series(1, :count) n
              returning booking_id, tenant)
            insert into booking_transition (booking_id, sequence, tenant, change, to_status, actor_role, occurred_at)
            select booking_id, sequence, tenant, 'CREATED', 'DRAFT', 'SENDER', now() from made, generate_series(1, 4) sequence""";

    private static final String BOOK = """
            with made as (
              insert into booking (booking_id, tenant, tracking_code, kind, sender_id, sender_phone, sender_language,
                                   payer_phone, terms, offline_created, created_at, status, version, step)
              values (:id, :tenant, 'ISH-' || upper(right(md5(cast(:id as text)), 8)), 'RIDE', :id, 'v1:', 'rw', 'v1:',
                      '{"origin":{},"destination":{}}', false, now(), 'DRAFT', 1, 'CONFIRMATION')
              on conflict do nothing
              returning booking_id, tenant)
            insert into booking_transition (booking_id, sequence, tenant, change, to_status, actor_role, occurred_at)
            select booking_id, 1, tenant, 'CREATED', 'DRAFT', 'SENDER', now() from made""";

    private static final String ASK = """
            update booking set driver_id = :id, vehicle_id = :id, vehicle_plate = 'RAB 123 C', status = 'CONFIRMED'
            where tenant = :tenant and booking_id = :id""";

    private static final String DELIVERED = """
            update booking set status = 'CANCELLED', version = 3 where tenant = :tenant and booking_id = :id""";

    private static final String LOOK = "select version from booking where tenant = :tenant and booking_id = :id";

    @Inject
    TenantsApart tenants;

    @Inject
    Jdbi jdbi;

    @Inject
    AgroalDataSource connections;

    @Test
    void stand_still_and_cost() {
        // Those that are older than the last migration do not know what it set for the database.
        connections.flush(AgroalDataSource.FlushMode.ALL);
        int count = Integer.getInteger("benchmark.thousands", 200) * 1_000;
        jdbi.useHandle(sql -> sql.createUpdate(FILL).bind("count", count).execute());
        jdbi.useHandle(sql -> sql.execute("vacuum analyze"));
        costs("one table", SMALL);
        costs("one table", SMALL);
        time("%,d bookings, a quarter moves, the first time".formatted(count), () -> tenants.give(LARGE));
        time("a tenant without bookings", () -> tenants.give("new"));
        jdbi.useHandle(sql -> sql.execute("vacuum analyze"));
        costs("parted, of the rest", SMALL);
        costs("parted, of the large", LARGE);
        time("and back", () -> tenants.takeBack(LARGE));
        time("and moved again", () -> tenants.give(LARGE));
        long there = jdbi.withHandle(
                sql -> sql.createQuery("select count(*) from booking join booking_key using (booking_id)")
                        .mapTo(Long.class)
                        .one());
        assertThat(there).isGreaterThanOrEqualTo(count);
    }

    private void costs(String form, String tenant) {
        UUID[] ids = new UUID[TIMES];
        Arrays.setAll(ids, _ -> UUID.randomUUID());
        each(form + ": booked", ids, BOOK, tenant);
        each(form + ": a driver asked", ids, ASK, tenant);
        each(form + ": trip over", ids, DELIVERED, tenant);
        jdbi.useHandle(sql -> {
            long begin = System.nanoTime();
            for (UUID id : ids) {
                sql.createQuery(LOOK)
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne();
            }
            print(form + ": looked at", begin);
        });
    }

    private void each(String what, UUID[] ids, String statement, String tenant) {
        jdbi.useHandle(sql -> {
            long begin = System.nanoTime();
            for (UUID id : ids) {
                sql.createUpdate(statement)
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .execute();
            }
            print(what, begin);
        });
    }

    private static void print(String what, long begin) {
        System.out.printf("  %s: %,.0f us%n", what, (System.nanoTime() - begin) / 1e3 / TIMES);
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%s: %.2f s%n", what, (System.nanoTime() - begin) / 1e9);
    }
}
