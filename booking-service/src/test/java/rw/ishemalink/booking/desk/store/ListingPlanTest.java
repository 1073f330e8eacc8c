package rw.ishemalink.booking.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.desk.Lens;
import rw.ishemalink.booking.desk.Visibility;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** Over 50,000 bookings every list is read by an index, whoever looks and whatever for. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ListingPlanTest {

    private static final String TENANT = "plan-" + UUID.randomUUID();
    private static final int BOOKINGS = 50_000;

    /** A tenth of the table: who reads more than that reads past what is wanted. */
    private static final long FEW_BLOCKS = 800;

    private static final Pattern BLOCKS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    /** Chance that is the same in every run: properties of a booking must not hang together. */
    private static final String DRAW = """
            create function pg_temp.draw(n int, property int) returns int language sql immutable return
              (hashint8extended(n, property) & 1073741823)::int""";

    /** A booking a minute; one in ten goes abroad, three are rides; half are delivered, the others wait for payment. */
    private static final String FILL = """
            insert into booking (booking_id, tenant, tracking_code, kind, sender_id, sender_phone, sender_language,
              payer_phone, terms, consignee_name, consignee_address, scheduled_for, offline_created, created_at, status,
              version, driver_id, vehicle_id, vehicle_plate, operator_id, clearance_id, receipt_number,
              receipt_issued_at, receipt_locally_signed, confirmed_at, paid_at, step, step_deadline)
            select uuidv7(make_interval(mins => n - :count)), :tenant, 'ISH-' || lpad(upper(to_hex(n)), 8, '0'), kind,
              md5('sender' || pg_temp.draw(n, 6) % 5000)::uuid, 'v1:none:AA:AA', 'rw', 'v1:none:AA:AA',
              case kind when 'RIDE' then '{"origin":{},"destination":{}}'::jsonb
                else jsonb_build_object(
                  'origin', jsonb_build_object('district', (11 + pg_temp.draw(n, 3) % 30)::text),
                  'destination', jsonb_build_object('district', (11 + pg_temp.draw(n, 4) % 30)::text),
                  'cargo', jsonb_build_object('commodity', case when pg_temp.draw(n, 5) % 1000 = 5 then 'coffee' else 'maize' end)) end,
              case kind when 'CARGO_INTERNATIONAL' then 'v1:none:AA:AA' end,
              case kind when 'CARGO_INTERNATIONAL' then 'v1:none:AA:AA' end,
              case when n % 20 = 0 then now() + make_interval(mins => n) end,
              false, now() + make_interval(mins => n - :count),
              case when delivered then 'DELIVERED' else 'CONFIRMED' end, 4,
              case when delivered then md5('driver' || pg_temp.draw(n, 7) % 500)::uuid end,
              case when delivered then md5('vehicle' || n % 500)::uuid end,
              case when delivered then 'RAB 123 C' end,
              case when delivered then md5('operator' || pg_temp.draw(n, 8) % 40)::uuid end,
              case when delivered then md5('decision' || n)::uuid end,
              case when delivered then '1 NS' end, case when delivered then now() end,
              case when delivered then false end, now(), case when delivered then now() end,
              case when delivered then 'NOTHING' else 'PAYMENT' end,
              case when not delivered then now() + make_interval(mins => case when n % 1000 = 1 then -1 else 30 end) end
            from generate_series(1, :count) n,
              lateral (select pg_temp.draw(n, 1) % 2 = 0 as delivered,
                case when pg_temp.draw(n, 2) % 10 = 0 then 'CARGO_INTERNATIONAL' when pg_temp.draw(n, 2) % 10 < 4 then 'RIDE' else 'CARGO_DOMESTIC' end
                  as kind)""";

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void no_list_reads_the_whole_table() {
        unitOfWork.run(tx -> fill(tx.sql()));
        unitOfWork.run(tx -> {
            // A sample as large as the table: the plans do not hang on which rows were drawn.
            tx.sql().execute("set local default_statistics_target = 1000");
            tx.sql().execute("analyze booking");
        });
        SoftAssertions all = new SoftAssertions();
        for (var viewer : viewers().entrySet()) {
            for (var search : searches().entrySet()) {
                String plan = explain(new Listing(viewer.getValue(), search.getValue()));
                String what = viewer.getKey() + ", " + search.getKey() + "\n" + plan;
                all.assertThat(plan).as(what).contains("Index").doesNotContain("Seq Scan");
                all.assertThat(blocks(plan)).as(what).isLessThan(FEW_BLOCKS);
            }
        }
        all.assertAll();
    }

    @Test
    void who_is_one_thing_only_reads_one_index_and_who_sees_everything_too() {
        assertThat(new Listing(staff(), search(null, null, null, null, null)).text())
                .doesNotContain("union");
        Visibility sender = new Visibility(TENANT, id("sender", 7), Optional.empty(), false, false, false);
        assertThat(new Listing(sender, through(Lens.SENDER)).text()).doesNotContain("union");
        assertThat(new Listing(sender, search(null, null, null, null, null)).text())
                .contains("union all");
    }

    private static void fill(Handle sql) {
        sql.execute(DRAW);
        int inserted = sql.createUpdate(FILL)
                .bind("tenant", TENANT)
                .bind("count", BOOKINGS)
                .execute();
        assertThat(inserted).isEqualTo(BOOKINGS);
    }

    private static Map<String, Visibility> viewers() {
        Optional<UUID> nobodys = Optional.empty();
        Optional<UUID> fleet = Optional.of(id("operator", 4));
        Map<String, Visibility> viewers = new LinkedHashMap<>();
        viewers.put("sender", new Visibility(TENANT, id("sender", 7), nobodys, false, false, false));
        viewers.put("driver", new Visibility(TENANT, id("driver", 8), nobodys, false, false, true));
        viewers.put("operator", new Visibility(TENANT, id("nobody", 1), fleet, false, false, false));
        viewers.put("driving operator", new Visibility(TENANT, id("driver", 4), fleet, false, false, true));
        viewers.put("customs", new Visibility(TENANT, id("nobody", 2), nobodys, false, true, false));
        viewers.put("customs who send", new Visibility(TENANT, id("sender", 10), nobodys, false, true, false));
        viewers.put("staff", staff());
        return viewers;
    }

    private static Visibility staff() {
        return new Visibility(TENANT, id("nobody", 3), Optional.empty(), true, false, false);
    }

    private static Map<String, Search> searches() {
        Instant old = Instant.now().minus(Duration.ofDays(20));
        Map<String, Search> searches = new LinkedHashMap<>();
        searches.put("anything", search(null, null, null, null, null));
        searches.put("status", search(BookingStatus.CONFIRMED, null, null, null, null));
        searches.put("status that nobody has", search(BookingStatus.AT_BORDER, null, null, null, null));
        searches.put("kind", search(null, BookingKind.CARGO_INTERNATIONAL, null, null, null));
        searches.put("common goods", search(null, null, "maize", null, null));
        searches.put("rare goods", search(null, null, "coffee", null, null));
        searches.put("goods that nobody sends", search(null, null, "tea", null, null));
        searches.put("origin", search(null, null, null, "25", null));
        searches.put("destination", search(null, null, null, null, "12"));
        searches.put("route and goods", search(null, null, "coffee", "25", "12"));
        searches.put(
                "tracking code",
                new Search(
                        null,
                        null,
                        null,
                        "ISH-00000BB8",
                        null,
                        null,
                        null,
                        null,
                        Period.OPEN,
                        Period.OPEN,
                        false,
                        null,
                        21));
        searches.put(
                "driver",
                new Search(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        id("driver", 8),
                        Period.OPEN,
                        Period.OPEN,
                        false,
                        null,
                        21));
        searches.put(
                "created long ago", timed(new Period(old, old.plus(Duration.ofHours(3))), Period.OPEN, false, null));
        searches.put(
                "wished for",
                timed(Period.OPEN, new Period(Instant.now(), Instant.now().plus(Duration.ofHours(3))), false, null));
        searches.put("stuck", timed(Period.OPEN, Period.OPEN, true, null));
        searches.put("a later page", timed(Period.OPEN, Period.OPEN, false, new Period(null, old).endId()));
        return searches;
    }

    private static Search through(Lens lens) {
        return new Search(lens, null, null, null, null, null, null, null, Period.OPEN, Period.OPEN, false, null, 21);
    }

    private static Search search(
            @Nullable BookingStatus status,
            @Nullable BookingKind kind,
            @Nullable String commodity,
            @Nullable String origin,
            @Nullable String destination) {
        return new Search(
                null,
                status,
                kind,
                null,
                commodity,
                origin,
                destination,
                null,
                Period.OPEN,
                Period.OPEN,
                false,
                null,
                21);
    }

    private static Search timed(Period created, Period scheduled, boolean stuck, @Nullable UUID after) {
        return new Search(null, null, null, null, null, null, null, null, created, scheduled, stuck, after, 21);
    }

    private String explain(Listing listing) {
        return unitOfWork.read(sql -> {
            String statement = "explain (analyze, buffers, timing off, summary off) " + listing.text();
            List<String> lines =
                    listing.bind(sql.createQuery(statement)).mapTo(String.class).list();
            return String.join("\n", lines);
        });
    }

    /** What the whole plan read: its first node counts what the others read too. */
    private static long blocks(String plan) {
        Matcher first = BLOCKS.matcher(plan);
        assertThat(first.find()).as(plan).isTrue();
        long read = first.group(2) == null ? 0 : Long.parseLong(first.group(2));
        return Long.parseLong(first.group(1)) + read;
    }

    /** The id that PostgreSQL makes of the MD5 of the same text. */
    private static UUID id(String what, int number) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest((what + number).getBytes(StandardCharsets.US_ASCII));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
