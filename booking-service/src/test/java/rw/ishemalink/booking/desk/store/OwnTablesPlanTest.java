package rw.ishemalink.booking.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.desk.Visibility;
import rw.ishemalink.booking.testing.BigTenants;
import rw.ishemalink.kit.testing.SuiteResource;

/** Where tenants have tables of their own, who knows the tenant looks into one of them, and who does not, once into each. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(BigTenants.class)
class OwnTablesPlanTest {

    private static final String OWN = "booking_of_lagos_buses";
    private static final String[] OTHERS = {"booking_of_abuja", "booking_rest"};

    /** Of each of the three tables the way down an index and the row, and what PostgreSQL looks at to begin with. */
    private static final long FEW_BLOCKS = 25;

    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private static final String FILL = """
            insert into booking (booking_id, tenant, tracking_code, kind, sender_id, sender_phone, sender_language,
                                 payer_phone, terms, offline_created, created_at, status, version, step)
            select md5('plan' || n)::uuid, :tenant, 'ISH-' || lpad(upper(to_hex(n)), 8, '0'), 'RIDE',
                   md5('sender' || n % 50)::uuid, 'v1:none:AA:AA', 'rw', 'v1:none:AA:AA',
                   '{"origin":{},"destination":{}}', false, now(), 'DRAFT', 1, 'CONFIRMATION'
            from generate_series(:first, :first + 2999) n
            on conflict do nothing""";

    private static final Search ANYTHING =
            new Search(null, null, null, null, null, null, null, null, Period.OPEN, Period.OPEN, false, null, 21);

    private final UUID somebody = UUID.randomUUID();

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void fill() {
        jdbi.useHandle(sql -> {
            Map.of("lagos-buses", 100_000, "abuja", 200_000, "kigali-taxis", 300_000)
                    .forEach((tenant, first) -> sql.createUpdate(FILL)
                            .bind("tenant", tenant)
                            .bind("first", first)
                            .execute());
            sql.execute("analyze booking");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_list_of_a_tenant_touches_only_its_table(boolean everything) {
        Visibility visibility = new Visibility("lagos-buses", somebody, Optional.of(somebody), everything, false, true);
        Listing listing = new Listing(visibility, ANYTHING);

        String plan = jdbi.withHandle(sql -> text(listing.bind(explain(sql, listing.text()))));

        assertThat(plan).contains(OWN, "Index").doesNotContain("Seq Scan").doesNotContain(OTHERS);
    }

    @Test
    void the_database_finds_a_part_by_its_bounds_and_not_by_its_checks() {
        String settings =
                jdbi.withHandle(sql -> sql.createQuery("""
                        select setconfig::text from pg_db_role_setting join pg_database on oid = setdatabase
                        where datname = current_database() and setrole = 0""").mapTo(String.class).one());

        assertThat(settings).contains("constraint_exclusion=off");
    }

    @Test
    void a_plan_that_is_made_for_all_tenants_leaves_the_other_tables_alone_when_it_runs() {
        String plan = jdbi.withHandle(sql -> {
            sql.execute("set plan_cache_mode = force_generic_plan");
            sql.execute("prepare one (text, uuid) as select * from booking where tenant = $1 and booking_id = $2");
            try {
                return text(explain(sql, "execute one ('lagos-buses', '" + somebody + "')"));
            } finally {
                sql.execute("deallocate one");
                sql.execute("reset plan_cache_mode");
            }
        });

        assertThat(plan).contains(OWN, "Subplans Removed: 2").doesNotContain(OTHERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from booking where booking_id = md5('plan' || 100007)::uuid for update skip locked",
                "select * from booking join (values (md5('plan' || 100008)::uuid)) as fresh (id) on booking_id = fresh.id",
                "select * from booking_key where tracking_code = 'ISH-00000BB8'"
            })
    void who_knows_an_id_and_no_tenant_looks_once_into_each_table(String statement) {
        String plan = jdbi.withHandle(sql -> text(explain(sql, statement)));

        assertThat(plan).doesNotContain("Seq Scan on booking_of", "Seq Scan on booking_rest");
        assertThat(blocks(plan)).as(plan).isLessThan(FEW_BLOCKS);
    }

    @Test
    void whether_a_driver_is_on_a_trip_is_asked_of_the_drivers_tenant_only() {
        String plan = jdbi.withHandle(
                sql -> text(explain(sql, """
                        select exists (select 1 from booking b where b.tenant = :tenant and b.driver_id = :id
                          and b.status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER'))""").bind("tenant", "lagos-buses").bind("id", somebody)));

        assertThat(plan).contains(OWN, "Index").doesNotContain("Seq Scan").doesNotContain(OTHERS);
    }

    private static Query explain(Handle sql, String statement) {
        return sql.createQuery("explain (analyze, buffers, timing off, summary off) " + statement);
    }

    private static String text(Query explained) {
        return String.join("\n", explained.mapTo(String.class).list());
    }

    /** What the whole plan read: its first node counts what the others read too. */
    private static long blocks(String plan) {
        Matcher first = BLOCKS.matcher(plan);
        assertThat(first.find()).as(plan).isTrue();
        long read = first.group(2) == null ? 0 : Long.parseLong(first.group(2));
        return Long.parseLong(first.group(1)) + read;
    }
}
