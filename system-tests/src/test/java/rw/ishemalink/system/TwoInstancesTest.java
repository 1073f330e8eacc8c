package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.stack.ServicePart;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Person;
import rw.ishemalink.local.story.Story;

/** Two instances of booking-service and payment-service give the same result as one. */
class TwoInstancesTest {

    private static final int POSTS = 50;
    private static final int JOURNEYS = 8;
    private static Story story;
    private static ServicePart secondBooking;
    private static ServicePart secondPayment;

    @BeforeAll
    static void two_of_each_are_up() {
        story = new Story(Suite.get().context());
        secondBooking = Suite.get().stack().startAnother("booking-service", Map.of());
        secondPayment = Suite.get().stack().startAnother("payment-service", Map.of());
    }

    @AfterAll
    static void one_of_each_is_enough_again() {
        secondBooking.stop();
        secondPayment.stop();
    }

    @Test
    void fifty_posts_of_one_sync_id_to_both_make_one_booking_and_get_equal_answers() throws Exception {
        Person farmer = story.cast().sender("Farmer");
        Map<String, String> body = Map.of(
                "quoteId",
                story.quotePotatoes(farmer),
                "syncId",
                UUID.randomUUID().toString());
        List<Future<JsonNode>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < POSTS; i++) {
                var phone = i % 2 == 0 ? farmer.phone() : farmer.phone().to(secondBooking.url());
                answers.add(threads.submit(() -> phone.post("/api/bookings", body)));
            }
        }
        var different = new HashSet<JsonNode>();
        for (Future<JsonNode> answer : answers) {
            different.add(answer.get());
        }
        assertThat(different).hasSize(1);
    }

    @Test
    void a_ride_finds_its_driver_while_both_search_and_when_a_third_has_been_killed() {
        assertThat(story.motoRideInKigali().status()).isEqualTo("DELIVERED");
        Suite.get().stack().startAnother("booking-service", Map.of()).kill();
        assertThat(story.motoRideInKigali().status()).isEqualTo("DELIVERED");
    }

    @Test
    void every_booking_is_paid_and_receipted_once() throws Exception {
        List<Journey> journeys = Stream.generate(
                        () -> story.bookPotatoes(story.cast().sender("Farmer")))
                .limit(JOURNEYS)
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Journey journey : journeys) {
                var unused = threads.submit(() -> journey.confirm().awaitReceipt());
            }
        }
        for (Journey journey : journeys) {
            assertThat(journey.listChanges()).containsExactly("CREATED", "CONFIRMED", "PAID", "RECEIPT_RECORDED");
        }
        assertThat(story.ledger().path("difference").asLong(-1)).isZero();
    }
}
