package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.feed.FeedCursor;
import rw.ishemalink.compliance.feed.FeedRow;
import rw.ishemalink.compliance.feed.GovernmentFeeds;
import rw.ishemalink.compliance.feed.store.FeedStore;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.gov.BnrPayment;
import rw.ishemalink.schemas.gov.RraReceipt;

/** An agency fetches what it was told. Each story's tenant is its own, where it makes the records itself. */
@QuarkusTest
class FeedStoryTest extends StoryTest {

    private static final String PAYMENTS = Topics.GOV_BNR_PAYMENTS.topicName();
    private static final int WRITERS = 4;
    private static final int EACH = 250;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    GovernmentFeeds feeds;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void a_receipt_is_fetched_by_the_revenue_authority_as_it_was_told_on_kafka() {
        Instant before = Instant.now().minus(1, ChronoUnit.HOURS);
        Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
        journey.isPaid();
        RraReceipt told;
        try (EventTap feed = EventTap.on(Topics.GOV_RRA_RECEIPTS)) {
            told = feed.awaitOne(RraReceipt.class, one -> one.getBookingId().equals(journey.bookingId()));
        }

        Map<String, Object> record =
                fetchAll(AgencyToken.of(Agency.RRA, "ishemalink"), "gov.rra.receipts", before).stream()
                        .filter(one -> journey.bookingId().toString().equals(one.get("bookingId")))
                        .findFirst()
                        .orElseThrow();
        assertThat(record)
                .containsEntry("eventId", told.getEventId().toString())
                .containsEntry("totalRwf", (int) Journey.TOTAL_RWF)
                .containsEntry("receiptNumber", told.getReceiptNumber())
                .containsEntry("locallySigned", false)
                .containsEntry("issuedAt", told.getIssuedAt().toString())
                .containsEntry("buyerTin", null);
        assertThat(record.keySet())
                .containsExactlyElementsOf(told.getSchema().getFields().stream()
                        .map(field -> field.name())
                        .toList());
    }

    @Test
    void paging_while_four_write_misses_nothing_and_repeats_nothing() throws Exception {
        List<Long> read = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> writeAll(writer), threads))
                    .toList();
            String cursor = "";
            while (read.size() < WRITERS * EACH
                    && writers.stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
                JsonPath page = page(bnr(), PAYMENTS, cursor, 37);
                read.addAll(page.getList("records.amountRwf", Long.class));
                cursor = page.getString("next");
            }
            CompletableFuture.allOf(writers.toArray(CompletableFuture<?>[]::new))
                    .get();
            assertThat(page(bnr(), PAYMENTS, cursor, 37).getList("records")).isEmpty();
        }

        assertThat(read).doesNotHaveDuplicates().hasSize(WRITERS * EACH);
        for (int writer = 0; writer < WRITERS; writer++) {
            int mine = writer;
            assertThat(read.stream().filter(amount -> amount / 1_000 == mine + 1))
                    .as("the order of writer %d", writer)
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
        assertThat(count("select max(position) - count(*) from feed_record where tenant = '" + tenant + "'"))
                .as("gaps")
                .isZero();
    }

    /** Some transactions tell of one payment, some of several. */
    private void writeAll(int writer) {
        for (int next = 0; next < EACH; ) {
            int from = next;
            int to = Math.min(EACH, from + 1 + from % 4);
            unitOfWork.run(tx -> IntStream.range(from, to).forEach(number -> {
                BnrPayment payment = payment((writer + 1) * 1_000L + number);
                feeds.publish(tx, Topics.GOV_BNR_PAYMENTS, payment.getBookingId(), payment);
            }));
            next = to;
        }
    }

    @Test
    void what_commits_late_is_not_passed_over() throws Exception {
        CountDownLatch mayCommit = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Void> slow = CompletableFuture.runAsync(
                    () -> jdbi.useTransaction(sql -> {
                        // As the end of a transaction of the service does it, with the commit yet to come.
                        FeedStore.append(
                                sql, List.of(new FeedRow(PAYMENTS, tenant, UUID.randomUUID(), "{\"amountRwf\": 1}")));
                        written.countDown();
                        awaitOpen(mayCommit);
                    }),
                    threads);
            awaitOpen(written);
            CompletableFuture<Void> quick = CompletableFuture.runAsync(() -> tell(2), threads);
            await().until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and datname = current_database() and query like '%feed_head%'")
                    > 0);
            JsonPath early = page(bnr(), PAYMENTS, "", 10);
            assertThat(early.getList("records")).isEmpty();

            mayCommit.countDown();
            CompletableFuture.allOf(slow, quick).get();

            assertThat(page(bnr(), PAYMENTS, early.getString("next"), 10).getList("records.amountRwf", Long.class))
                    .containsExactly(1L, 2L);
        }
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_rolled_back_was_never_told_and_leaves_no_gap() {
        tell(1);
        assertThatThrownBy(() -> unitOfWork.run(tx -> {
                    BnrPayment payment = payment(2);
                    feeds.publish(tx, Topics.GOV_BNR_PAYMENTS, payment.getBookingId(), payment);
                    throw new IllegalStateException("something else went wrong");
                }))
                .hasMessage("something else went wrong");
        tell(3);

        assertThat(page(bnr(), PAYMENTS, "", 10).getList("records.amountRwf", Long.class))
                .containsExactly(1L, 3L);
        assertThat(count("select max(position) from feed_record where tenant = '" + tenant + "'"))
                .isEqualTo(2);
    }

    @Test
    void a_reader_at_the_end_goes_on_from_there_when_more_is_told() {
        tell(1);
        JsonPath first = page(bnr(), PAYMENTS, "", 10);
        JsonPath nothing = page(bnr(), PAYMENTS, first.getString("next"), 10);
        assertThat(nothing.getList("records")).isEmpty();
        assertThat(nothing.getString("next")).isEqualTo(first.getString("next"));

        tell(2);

        assertThat(page(bnr(), PAYMENTS, nothing.getString("next"), 10).getList("records.amountRwf", Long.class))
                .containsExactly(2L);
    }

    @Test
    void a_page_has_a_link_to_the_next_and_is_not_sent_again_to_who_knows_it() {
        tell(1);
        tell(2);
        Response page = as(bnr()).get("/api/feeds/{topic}?limit=1", PAYMENTS);
        page.then()
                .statusCode(200)
                .body("topic", equalTo(PAYMENTS))
                .body("agency", equalTo("BNR"))
                .body("count", equalTo(1));
        String next = page.jsonPath().getString("next");
        assertThat(page.header("Link"))
                .isEqualTo("</api/feeds/" + PAYMENTS + "?after=" + next + "&limit=1>; rel=\"next\"");

        as(bnr())
                .header("If-None-Match", page.header("ETag"))
                .get("/api/feeds/{topic}?limit=1", PAYMENTS)
                .then()
                .statusCode(304);
        as(bnr())
                .header("If-None-Match", page.header("ETag"))
                .get("/api/feeds/{topic}?limit=2", PAYMENTS)
                .then()
                .statusCode(200)
                .body("records", hasSize(2));
    }

    @Test
    void from_begins_at_that_moment() {
        tell(1);
        jdbi.useHandle(sql -> sql.execute("alter table feed_record disable trigger feed_record_append_only"));
        jdbi.useHandle(sql -> sql.execute(
                "update feed_record set recorded_at = recorded_at - interval '1 day' where tenant = ?", tenant));
        jdbi.useHandle(sql -> sql.execute("alter table feed_record enable trigger feed_record_append_only"));
        tell(2);
        Instant yesterday = Instant.now().minus(12, ChronoUnit.HOURS);

        as(bnr())
                .get("/api/feeds/{topic}?from={from}", PAYMENTS, yesterday.toString())
                .then()
                .statusCode(200)
                .body("records.amountRwf", equalTo(List.of(2)));
        as(bnr())
                .get("/api/feeds/{topic}?from={from}", PAYMENTS, "2020-01-01T00:00:00Z")
                .then()
                .body("records.amountRwf", equalTo(List.of(1, 2)));
    }

    @Test
    void after_five_years_a_record_may_go_and_a_cursor_before_it_says_so() {
        tell(1);
        String old = page(bnr(), PAYMENTS, "", 1).getString("next");
        tell(2);
        tell(3);
        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute("delete from feed_record where tenant = ?", tenant)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("feed_record is append-only for five years");
        assertThatThrownBy(() -> jdbi.useHandle(
                        sql -> sql.execute("update feed_record set record = '{}' where tenant = ?", tenant)))
                .hasMessageContaining("feed_record is append-only for five years");
        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute("truncate feed_record")))
                .hasMessageContaining("append-only");

        makeOld("position <= 2");
        unitOfWork.run(tx -> new FeedStore().forget(tx.sql(), 1_000));

        as(bnr())
                .get("/api/feeds/{topic}?after={old}", PAYMENTS, old)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:feed-cursor-too-old"));
        assertThat(page(bnr(), PAYMENTS, "", 10).getList("records.amountRwf", Long.class))
                .containsExactly(3L);
    }

    private void makeOld(String which) {
        jdbi.useHandle(sql -> sql.execute("alter table feed_record disable trigger feed_record_append_only"));
        jdbi.useHandle(sql -> sql.execute("update feed_record set recorded_at = now() - interval '5 years 1 day' where "
                + which + " and tenant = '" + tenant + "'"));
        jdbi.useHandle(sql -> sql.execute("alter table feed_record enable trigger feed_record_append_only"));
    }

    @Test
    void nobody_reads_without_a_token_or_with_one_that_has_run_out() {
        given().get("/api/feeds/{topic}", PAYMENTS).then().statusCode(401);
        ask(bnr().expired(), PAYMENTS).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOVERNMENT")
    void a_reader_without_the_government_role_is_refused(Role role) {
        ask(TestToken.of(role).agency(Agency.BNR.name()), PAYMENTS).statusCode(403);
    }

    @Test
    void government_that_is_not_named_as_the_agencys_reader_is_refused() {
        ask(TestToken.of(Role.GOVERNMENT), PAYMENTS)
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:not-your-feed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gov.rra.receipts", "gov.rura.dispatches", "gov.eac.manifests"})
    void another_agencys_feed_is_refused(String topic) {
        ask(bnr(), topic).statusCode(403).body("detail", org.hamcrest.Matchers.containsString("read by"));
    }

    @Test
    void another_tenants_records_are_not_there() {
        tell(1);

        ask(AgencyToken.of(Agency.BNR, "tenant-" + UUID.randomUUID()), PAYMENTS)
                .statusCode(200)
                .body("records", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking.events", "gov.bnr.payments.dlq", "gov.bnr.nothing"})
    void what_no_agency_reads_is_no_feed(String topic) {
        ask(bnr(), topic).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-feed"));
    }

    @Test
    void a_cursor_that_was_never_given_out_is_refused() {
        tell(1);
        for (FeedCursor wrong : List.of(
                new FeedCursor("gov.bnr.months", tenant, 0),
                new FeedCursor(PAYMENTS, "another", 0),
                new FeedCursor(PAYMENTS, tenant, 2))) {
            refused("after=" + wrong.text(), "bad-feed-cursor");
        }
        refused("after=17", "bad-feed-cursor");
    }

    @Test
    void parameters_that_make_no_sense_are_refused() {
        refused("limit=0", "bad-feed-limit");
        refused("limit=1001", "bad-feed-limit");
        refused("from=yesterday", "bad-feed-from");
        refused("from=" + Instant.now().plus(1, ChronoUnit.DAYS), "bad-feed-from");
        refused("after=17&from=2026-01-01T00:00:00Z", "after-or-from");
    }

    private void refused(String parameters, String problem) {
        as(bnr())
                .get("/api/feeds/" + PAYMENTS + "?" + parameters)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:" + problem));
    }

    private TestToken bnr() {
        return AgencyToken.of(Agency.BNR, tenant);
    }

    private static RequestSpecification as(TestToken token) {
        return given().auth().oauth2(token.sign());
    }

    private static ValidatableResponse ask(TestToken token, String topic) {
        return as(token).get("/api/feeds/{topic}", topic).then();
    }

    private static JsonPath page(TestToken token, String topic, String cursor, int limit) {
        RequestSpecification asking = as(token).queryParam("limit", limit);
        return (cursor.isEmpty() ? asking : asking.queryParam("after", cursor))
                .get("/api/feeds/{topic}", topic)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, Object>> fetchAll(TestToken token, String topic, Instant from) {
        List<Map<String, Object>> all = new ArrayList<>();
        JsonPath page = as(token)
                .queryParam("from", from.toString())
                .get("/api/feeds/{topic}", topic)
                .jsonPath();
        while (!page.getList("records").isEmpty()) {
            all.addAll(page.getList("records"));
            page = page(token, topic, page.getString("next"), 1_000);
        }
        return all;
    }

    private void tell(long amountRwf) {
        BnrPayment payment = payment(amountRwf);
        unitOfWork.run(tx -> feeds.publish(tx, Topics.GOV_BNR_PAYMENTS, payment.getBookingId(), payment));
    }

    private BnrPayment payment(long amountRwf) {
        return BnrPayment.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant(tenant)
                .setPaymentId(UUID.randomUUID())
                .setBookingId(UUID.randomUUID())
                .setProvider("MTN")
                .setProviderTransactionId("23503452")
                .setOutcome("SUCCEEDED")
                .setAmountRwf(amountRwf)
                .setLarge(false)
                .setMovedAt(Instant.parse("2026-11-21T08:00:00Z"))
                .build();
    }
}
