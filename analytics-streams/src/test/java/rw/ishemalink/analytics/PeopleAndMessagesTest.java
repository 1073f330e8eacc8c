package rw.ishemalink.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.FactsStream;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.analytics.TimelineEntry;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.notification.Channel;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;
import rw.ishemalink.schemas.privacy.PrivacyRequest;
import rw.ishemalink.schemas.privacy.PrivacyWish;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStore;

/** What the whole topology knows of people: their bookings, who wishes to be forgotten, which messages were sent. */
class PeopleAndMessagesTest {

    private static final String TENANT = "ishemalink";

    private final Path stateDir = stateDir();
    private final TopologyTestDriver driver = driver(stateDir);
    private final UUID anna = UUID.randomUUID();
    private final BookingLife booking = BookingLife.begin().by(anna);
    private final Map<String, BookingFacts> published = new HashMap<>();

    @AfterEach
    void close() throws IOException {
        driver.close();
        Utils.delete(stateDir.toFile());
    }

    @Test
    void a_paid_booking_makes_a_customer_of_who_booked() {
        hear(booking.paid());
        hear(BookingLife.begin().by(anna).paid());

        assertThat(customer(booking)).isEqualTo(TestNames.PSEUDONYMS.of(anna));
        assertThat(people()).isOne();
    }

    @Test
    void who_wishes_to_be_forgotten_is_in_no_booking_any_more_and_in_none_that_comes_later() {
        BookingLife another = BookingLife.begin().by(anna);
        BookingLife bens = BookingLife.begin().by(UUID.randomUUID());
        hear(booking.paid());
        hear(another.confirmed());
        hear(bens.paid());

        wish(PrivacyWish.ERASE, anna);
        hear(booking.delivered());
        hear(another.paid());
        BookingLife later = BookingLife.begin().by(anna);
        hear(later.paid());

        assertThat(customer(booking)).isNull();
        assertThat(customer(another)).isNull();
        assertThat(customer(later)).isNull();
        assertThat(customer(bens)).isNotNull();
        assertThat(people()).isEqualTo(2);
        assertThat(lastPublished(booking).getCustomer()).isNull();
        assertThat(lastPublished(another).getCustomer()).isNull();
        assertThat(lastPublished(bens).getCustomer()).isNotNull();
    }

    @Test
    void what_another_generation_still_says_does_not_bring_the_name_back() {
        hear(booking.paid());
        BookingFacts withName = lastPublished(booking);
        wish(PrivacyWish.ERASE, anna);

        tell(Topics.BOOKING_FACTS, booking.bookingId(), withName, booking.now());

        assertThat(customer(booking)).isNull();
        assertThat(lastPublished(booking).getCustomer()).isNull();
    }

    @Test
    void who_wishes_for_a_copy_is_not_forgotten() {
        hear(booking.paid());
        wish(PrivacyWish.EXPORT, anna);
        assertThat(customer(booking)).isNotNull();
    }

    @Test
    void a_message_about_a_booking_is_in_its_timeline_and_others_are_in_none() {
        hear(booking.paid());
        UUID message = UUID.randomUUID();
        tell(Topics.NOTIFICATION_EVENTS, message, sent(message, booking.bookingId()), booking.now());
        tell(Topics.NOTIFICATION_EVENTS, message, sent(message, null), booking.now());

        List<TimelineEntry> messages = facts(booking).timeline().stream()
                .filter(entry -> entry.getSource() == FactSource.MESSAGE)
                .toList();
        assertThat(messages).singleElement().satisfies(entry -> {
            assertThat(entry.getChange()).isEqualTo("PICKED_UP:SENT");
            assertThat(entry.getMessageId()).isEqualTo(message);
        });
    }

    private void hear(BookingEvent event) {
        tell(
                Topics.BOOKING_EVENTS,
                event.getBooking().getBookingId(),
                event,
                event.getMetadata().getOccurredAt());
    }

    private void wish(PrivacyWish wish, UUID person) {
        PrivacyRequest request = PrivacyRequest.newBuilder()
                .setMetadata(metadata())
                .setRequestId(UUID.randomUUID())
                .setPersonId(person)
                .setWish(wish)
                .build();
        tell(Topics.PRIVACY_REQUESTS, person, request, booking.now());
    }

    private NotificationEvent sent(UUID message, @Nullable UUID bookingId) {
        return NotificationEvent.newBuilder()
                .setMetadata(metadata())
                .setChange(NotificationChange.SENT)
                .setMessageId(message)
                .setChannel(Channel.SMS)
                .setTemplate("PICKED_UP")
                .setPersonId(anna)
                .setBookingId(bookingId)
                .build();
    }

    private EventMetadata metadata() {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant(TENANT)
                .setCorrelationId("story")
                .setOccurredAt(booking.now())
                .setSequence(1)
                .build();
    }

    @SuppressWarnings("unchecked") // The topic says of which class its events are.
    private <E extends SpecificRecord> void tell(Topics topic, UUID key, E event, Instant at) {
        EventSerde<E> serde = EventSerde.of(topic, (Class<E>) topic.value(), Ledger.READER);
        driver.createInputTopic(topic.topicName(), new StringSerializer(), serde)
                .pipeInput(key.toString(), event, at.plusMillis(5));
    }

    private BookingFacts lastPublished(BookingLife of) {
        driver.advanceWallClockTime(Duration.ofHours(1));
        published.putAll(driver.createOutputTopic(
                        Topics.BOOKING_FACTS.topicName(),
                        new StringDeserializer(),
                        EventSerde.of(Topics.BOOKING_FACTS, BookingFacts.class, Ledger.READER))
                .readKeyValuesToMap());
        return Objects.requireNonNull(published.get(of.bookingId().toString()));
    }

    private Facts facts(BookingLife of) {
        ObjectStore<String, Facts> store = store(FactsStream.FACTS);
        return store.find(of.bookingId().toString()).orElseThrow();
    }

    private @Nullable String customer(BookingLife of) {
        return Objects.requireNonNull(facts(of).booked()).customer();
    }

    /** Of the month's revenue. */
    private long people() {
        ObjectStore<Cell, Sums> store = store(Home.CUSTOMER.store());
        Map<Cell, Sums> cells = new HashMap<>();
        store.forEach(cells::put);
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().aggregate() == Aggregate.SUMMARIES)
                .filter(cell -> cell.getKey().group().getFirst().equals(Aggregate.REVENUE.name()))
                .mapToLong(cell -> cell.getValue().get(Measure.PEOPLE))
                .max()
                .orElse(0);
    }

    @SuppressWarnings("unchecked") // The store's name says what is in it.
    private <K, V> ObjectStore<K, V> store(String name) {
        return (ObjectStore<K, V>) driver.getStateStore(name);
    }

    private static TopologyTestDriver driver(Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics-streams");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return new TopologyTestDriver(Ledger.topology(), settings);
    }

    private static Path stateDir() {
        try {
            return Files.createTempDirectory("people");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
