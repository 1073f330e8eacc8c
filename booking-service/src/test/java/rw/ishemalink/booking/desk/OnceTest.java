package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** What is sent again, or twice at the same moment, happens once. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class OnceTest {

    private static final int STORM = 50;

    @Inject
    UnitOfWork unitOfWork;

    private final Someone sender = Someone.sender();

    @Test
    void fifty_requests_at_once_with_one_sync_id_are_one_booking_and_fifty_equal_answers() throws Exception {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> request = Journeys.booking(sender.quotes(Journeys.POTATOES), syncId);
        List<Response> answers = atOnce(STORM, () -> sender.asks().body(request).post("/api/bookings"));

        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(count("select count(*) from booking where sync_id = :id", syncId))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox where key = :id", bookingId(answers)))
                .isEqualTo(1);
    }

    @Test
    void a_repeated_sync_id_gives_the_first_answer_also_when_the_booking_has_moved_on() {
        Map<String, Object> request = Journeys.booking(sender.quotes(Journeys.RIDE), UUID.randomUUID());
        Response first = sender.asks().body(request).post("/api/bookings");
        sender.does("confirm", first.jsonPath().getUUID("bookingId")).statusCode(200);

        Response again = sender.asks().body(request).post("/api/bookings");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void a_repeated_sync_id_gives_the_first_answer_also_when_the_quote_has_expired_since() {
        UUID quoteId = sender.quotes(Journeys.RIDE);
        Map<String, Object> request = Journeys.booking(quoteId, UUID.randomUUID());
        sender.posts(request, "/api/bookings").statusCode(201);
        unitOfWork.run(tx -> tx.sql()
                .createUpdate("update quote set valid_until = now() where quote_id = :id")
                .bind("id", quoteId)
                .execute());

        sender.posts(request, "/api/bookings").statusCode(200);
        sender.posts(Journeys.booking(quoteId, UUID.randomUUID()), "/api/bookings")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:quote-expired"));
    }

    @Test
    void another_request_under_the_same_sync_id_is_refused_with_409() {
        UUID syncId = UUID.randomUUID();
        sender.posts(Journeys.booking(sender.quotes(Journeys.RIDE), syncId), "/api/bookings")
                .statusCode(201);
        sender.posts(Journeys.booking(sender.quotes(Journeys.RIDE), syncId), "/api/bookings")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:sync-id-reused"));
    }

    @Test
    void two_senders_may_use_the_same_sync_id() {
        UUID syncId = UUID.randomUUID();
        for (Someone one : List.of(sender, Someone.sender(), Someone.sender("geo-connect"))) {
            one.posts(Journeys.booking(one.quotes(Journeys.RIDE), syncId), "/api/bookings")
                    .statusCode(201);
        }
    }

    @Test
    void of_two_confirmations_at_once_one_wins_and_the_other_is_told() throws Exception {
        UUID bookingId = sender.books(Journeys.RIDE);
        List<Response> answers = atOnce(2, () -> sender.asks().post("/api/bookings/{id}/confirm", bookingId));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(count("select count(*) from booking_transition where booking_id = :id", bookingId))
                .isEqualTo(2);
        assertThat(count("select count(*) from outbox where topic = 'booking.events' and key = :id", bookingId))
                .isEqualTo(2);
    }

    private static UUID bookingId(List<Response> answers) {
        return answers.getFirst().jsonPath().getUUID("bookingId");
    }

    private long count(String query, UUID id) {
        return unitOfWork.read(
                sql -> sql.createQuery(query).bind("id", id).mapTo(Long.class).one());
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        List<T> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            for (Future<T> one : running) {
                done.add(one.get());
            }
        }
        return done;
    }
}
