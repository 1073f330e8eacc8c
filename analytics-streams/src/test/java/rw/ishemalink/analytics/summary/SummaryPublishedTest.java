package rw.ishemalink.analytics.summary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.analytics.config.SummaryConfig;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.AnalyticsSummary;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;

/** Sums over enough people are published, and taken back when they become too few. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class SummaryPublishedTest {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());

    @Inject
    SummaryTopic topic;

    @Inject
    SummaryConfig config;

    /** Countries to which no other test sends anything. */
    @Test
    void a_route_of_ten_people_is_told_and_taken_back_when_one_of_them_goes() {
        Instant now = Instant.now();
        List<BookingLife> bookings = paidTo("ET", 10, now);
        String key = key("ET", now);
        try (EventTap tap = EventTap.on(Topics.ANALYTICS_SUMMARY)) {
            tap.awaitRecord(record -> record.key().equals(key) && people(record) == 10);

            Published.publish(bookings.getFirst().cancelled());

            tap.awaitRecord(record -> record.key().equals(key) && record.value() == null);
        }
        assertThat(topic.read()).doesNotContainKey(UUID.fromString(key));
    }

    @Test
    void nothing_is_told_of_nine() {
        Instant now = Instant.now();
        paidTo("SO", 9, now);
        String key = key("SO", now);
        List<Long> told = new ArrayList<>();
        try (EventTap tap = EventTap.on(Topics.ANALYTICS_SUMMARY)) {
            paidTo("DJ", 10, now);
            tap.awaitRecord(record -> record.key().equals(key("DJ", now)) && people(record) == 10);

            paidTo("SO", 1, now);

            tap.awaitRecord(record -> {
                if (record.key().equals(key)) {
                    told.add(people(record));
                }
                return told.contains(10L);
            });
        }
        assertThat(told).containsOnly(10L);
        await().until(() -> topic.read().values().stream().allMatch(summary -> summary.getPeople() >= 10));
    }

    @Test
    void instances_ask_each_other_with_their_proof_and_nobody_else_is_answered() {
        String path = "/internal/instances/cells?aggregate=SUMMARIES&tenant=*&span=DAY.480000.480024";
        given().get(path).then().statusCode(401);
        given().header("X-Ishema-Instance", "1.00").get(path).then().statusCode(401);
        given().get(path.replace("DAY.480000.480024", "DAY")).then().statusCode(400);
        given().header("X-Ishema-Instance", new InstanceProof(config.instanceKey(), Clock.systemUTC()).prove(path))
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200);
    }

    private static List<BookingLife> paidTo(String country, int people, Instant at) {
        Published ours = Published.inNewTenant();
        List<BookingLife> bookings = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            BookingLife booking = ours.newBooking().to(country).at(at);
            Published.publish(booking.paid());
            bookings.add(booking);
        }
        return bookings;
    }

    private static String key(String country, Instant at) {
        return SummaryRecords.id(AnalyticsSummary.newBuilder()
                        .setCountry("RW")
                        .setAggregate("ROUTES")
                        .setPeriod("DAY")
                        .setSince(LocalDate.ofInstant(at, Period.KIGALI))
                        .setGroup(Map.of("origin", "RW-25", "destination", country))
                        .setPeople(0)
                        .setBookings(0)
                        .setGrossFrancs(0)
                        .setWeightKg(0)
                        .setDelivered(0)
                        .setAsOf(at)
                        .build())
                .toString();
    }

    private static long people(ConsumerRecord<String, byte[]> record) {
        return record.value() == null
                ? 0
                : ((AnalyticsSummary) READER.read(
                                Topics.ANALYTICS_SUMMARY, ContractHeaders.getVersion(record.headers()), record.value()))
                        .getPeople();
    }
}
