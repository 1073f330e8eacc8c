package rw.ishemalink.compliance.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.audit.TrailEntry;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.access.AccessRecord;
import rw.ishemalink.schemas.booking.Actor;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Buyer;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;
import rw.ishemalink.schemas.booking.Receiver;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.EventWriter;

/** What of an event comes onto the trail, and what of a person does not. */
class TrailReadingTest {

    private static final String PHONE = "+250788123456";
    private static final List<String> PERSONAL =
            List.of("Uwase", "788123456", "999900002", "AB12C3", "4711", "uwase@example.rw", "RAD123B", "ISH-");

    private final TrailReading reading = new TrailReading(new EventReader((topic, version) -> Optional.empty()));
    private final EventMetadata metadata = Events.metadata("ishemalink", 4);
    private final UUID booking = UUID.randomUUID();
    private final UUID sender = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final UUID vehicle = UUID.randomUUID();

    @Test
    void a_bookings_event_is_kept_by_its_ids() {
        TrailEntry entry = reading.read(record(Topics.BOOKING_EVENTS, booking, bookingEvent("SENDER", "call Uwase")));
        assertThat(entry.type()).isEqualTo("booking.events/CANCELLED");
        assertThat(entry.eventId()).isEqualTo(metadata.getEventId());
        assertThat(entry.tenant()).isEqualTo("ishemalink");
        assertThat(entry.eventSequence()).isEqualTo(4);
        assertThat(entry.bookingId()).isEqualTo(booking);
        assertThat(entry.subjectId()).isEqualTo(sender);
        assertThat(entry.actorId()).isEqualTo(sender);
        assertThat(entry.actorRole()).isEqualTo("SENDER");
        assertThat(entry.driverId()).isEqualTo(driver);
        assertThat(entry.vehicleId()).isEqualTo(vehicle);
        assertThat(entry.fromStatus()).isEqualTo("ASSIGNED");
        assertThat(entry.toStatus()).isEqualTo("CANCELLED");
        assertThat(entry.correlationId()).isEqualTo(metadata.getCorrelationId());
        assertThat(entry.eventSha256()).matches("[0-9a-f]{64}");
        assertThat(entry.reason()).isNull();
    }

    @Test
    void no_name_no_number_and_no_code_of_a_person_comes_along() {
        NotificationRequest code = NotificationRequest.newBuilder()
                .setMetadata(metadata)
                .setPersonId(sender)
                .setPhone(PHONE)
                .setTemplate(RequestedTemplate.ONE_TIME_CODE)
                .setParameters(Map.of("code", "4711", "minutes", "5"))
                .build();
        TrailEntry told = reading.read(record(Topics.NOTIFICATION_REQUESTS, sender, code));
        TrailEntry booked = reading.read(record(Topics.BOOKING_EVENTS, booking, bookingEvent("SENDER", "ask Uwase")));
        assertThat(told.type()).isEqualTo("notification.requests/ONE_TIME_CODE");
        assertThat(told.subjectId()).isEqualTo(sender);
        assertThat(words(told) + words(booked)).doesNotContain(PERSONAL);
    }

    @Test
    void the_systems_own_reason_and_any_code_are_kept_and_numbers_in_them_are_not() {
        assertThat(reason("SYSTEM", "Auto-cancelled: payment timeout")).isEqualTo("Auto-cancelled: payment timeout");
        assertThat(reason("SYSTEM", "no answer of 0788 123 456")).isEqualTo("no answer of [number]");
        assertThat(reason("CUSTOMS_INSPECTOR", "SEAL-BROKEN")).isEqualTo("SEAL-BROKEN");
        assertThat(reason("SENDER", "250788123456")).isNull();
    }

    @Test
    void who_saw_what_of_whom_is_kept() {
        UUID viewer = UUID.randomUUID();
        AccessRecord seen = AccessRecord.newBuilder()
                .setMetadata(metadata)
                .setSubjectId(sender)
                .setViewerId(viewer)
                .setViewerRole("DISPATCHER")
                .setWhat("BOOKING")
                .setBookingId(booking)
                .build();
        TrailEntry entry = reading.read(record(Topics.ACCESS_RECORDS, sender, seen));
        assertThat(entry.type()).isEqualTo("access.records/BOOKING");
        assertThat(entry.subjectId()).isEqualTo(sender);
        assertThat(entry.actorId()).isEqualTo(viewer);
        assertThat(entry.actorRole()).isEqualTo("DISPATCHER");
    }

    @Test
    void one_changed_byte_of_the_event_is_another_hash() {
        byte[] bytes = EventWriter.write(Topics.BOOKING_EVENTS, bookingEvent("SENDER", "x"));
        String before = reading.read(record(Topics.BOOKING_EVENTS, booking, bytes, null))
                .eventSha256();
        bytes[bytes.length - 1] ^= 1;
        assertThat(reading.read(record(Topics.BOOKING_EVENTS, booking, bytes, null))
                        .eventSha256())
                .isNotEqualTo(before);
    }

    @Test
    void a_kind_that_this_build_does_not_know_has_the_name_that_its_sender_gave() {
        BookingEvent unknown = BookingEvent.newBuilder(bookingEvent("SENDER", "x"))
                .setChange(BookingChange.UNKNOWN)
                .build();
        byte[] bytes = EventWriter.write(Topics.BOOKING_EVENTS, unknown);
        TrailEntry entry =
                reading.read(record(Topics.BOOKING_EVENTS, booking, bytes, "rw.ishemalink.BookingEvent.HOLD_RELEASED"));
        assertThat(entry.type()).isEqualTo("booking.events/HOLD_RELEASED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_nobody_can_read_lands_by_its_bytes(boolean garbage) {
        byte[] bytes = garbage ? new byte[] {-1, -1, -1} : null;
        ConsumerRecord<String, byte[]> record = record(Topics.FLEET_EVENTS, driver, bytes, null);
        TrailEntry entry = reading.read(record);
        assertThat(entry.type()).isEqualTo("fleet.events/UNREADABLE");
        assertThat(entry.tenant()).isEqualTo(TrailReading.NO_TENANT);
        assertThat(entry.eventId()).isEqualTo(reading.read(record).eventId());
        assertThat(entry.eventSha256()).hasSize(64);
        assertThat(entry.keyId()).isEqualTo(driver);
    }

    @Test
    void every_topic_but_positions_is_heard() {
        assertThat(TrailConsumer.TOPICS).hasSize(Topics.values().length - 1).doesNotContain(Topics.TRACKING_POSITIONS);
    }

    private @Nullable String reason(String role, String reason) {
        return reading.read(record(Topics.BOOKING_EVENTS, booking, bookingEvent(role, reason)))
                .reason();
    }

    private static String words(TrailEntry entry) {
        return String.join(
                " ",
                entry.type(),
                entry.topic(),
                entry.actorRole(),
                String.valueOf(entry.fromStatus()),
                String.valueOf(entry.toStatus()),
                String.valueOf(entry.reason()));
    }

    private BookingEvent bookingEvent(String role, String reason) {
        return BookingEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(BookingChange.CANCELLED)
                .setFrom(BookingStatus.ASSIGNED)
                .setActor(new Actor(sender, role))
                .setReason(reason)
                .setBooking(Booking.newBuilder()
                        .setBookingId(booking)
                        .setTrackingCode("ISH-7K3M9Q2X")
                        .setKind(BookingKind.CARGO_DOMESTIC)
                        .setStatus(BookingStatus.CANCELLED)
                        .setSender(new Contact(sender, PHONE, "uwase@example.rw", Language.RW))
                        .setPayerPhone(PHONE)
                        .setOrigin(new Place("24", "RW", null, null, "Huye"))
                        .setDestination(new Place("12", "RW", null, null, "Gasabo"))
                        .setPrice(new Price(new Money(200_000L, "RWF"), new Money(30_508L, "RWF"), "B", "CARGO-2026-1"))
                        .setAssignment(Assignment.newBuilder()
                                .setDriverId(driver)
                                .setVehicleId(vehicle)
                                .setVehiclePlate("RAD123B")
                                .build())
                        .setReceiver(new Receiver("Uwase", PHONE))
                        .setBuyer(new Buyer("999900002", "Uwase Ltd", "AB12C3"))
                        .setCreatedAt(Instant.EPOCH)
                        .build())
                .build();
    }

    private static ConsumerRecord<String, byte[]> record(Topics topic, UUID key, SpecificRecord event) {
        return record(topic, key, EventWriter.write(topic, event), null);
    }

    @SuppressWarnings("NullAway") // Kafka's constructor takes null where a record has no value.
    private static ConsumerRecord<String, byte[]> record(
            Topics topic, UUID key, byte @Nullable [] value, @Nullable String type) {
        RecordHeaders headers = new RecordHeaders();
        ContractHeaders.of(topic).forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        if (type != null) {
            headers.add("ce_type", type.getBytes(UTF_8));
        }
        return new ConsumerRecord<>(
                topic.topicName(),
                0,
                7,
                1_795_248_000_000L,
                TimestampType.CREATE_TIME,
                36,
                value == null ? 0 : value.length,
                key.toString(),
                value,
                headers,
                Optional.empty());
    }
}
