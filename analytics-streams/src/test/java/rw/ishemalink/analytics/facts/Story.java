package rw.ishemalink.analytics.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** One booking's life as four topics tell it, each with numbers of its own. */
final class Story {

    private final BookingLife booking;
    private final Map<Topics, Long> sequences = new EnumMap<>(Topics.class);
    private final List<Event> told = new ArrayList<>();
    private final UUID payment = UUID.randomUUID();
    private int attempts = 1;
    private @Nullable Instant succeededAt;
    private @Nullable Money commission;
    private String currency = "RWF";

    /** An event on its topic. */
    record Event(Topics topic, Instant at, SpecificRecord value) {}

    Story(BookingLife booking) {
        this.booking = booking;
    }

    static Story begin() {
        return new Story(BookingLife.begin()).booking(BookingLife::confirmed);
    }

    /** A life as chance has it. */
    static Story random(Random random) {
        return random(random, BookingLife.begin(), 300);
    }

    /** The same, of that booking, with at most so many events of tracking. */
    static Story random(Random random, BookingLife begun, int mostTracking) {
        Story story = new Story(begun).booking(BookingLife::confirmed);
        story.payment(PaymentChange.REQUESTED, PaymentStatus.PENDING);
        for (int i = random.nextInt(3); i > 0; i--) {
            story.failedAttempt();
        }
        if (random.nextInt(5) == 0) {
            return story.payment(PaymentChange.EXPIRED, PaymentStatus.EXPIRED)
                    .payment(PaymentChange.UNKNOWN, PaymentStatus.EXPIRED)
                    .booking(BookingLife::failed);
        }
        story.paid();
        for (int i = random.nextInt(3); i > 0; i--) {
            story.compliance(ComplianceChange.DISPATCH_REFUSED);
        }
        if (random.nextBoolean()) {
            story.compliance(ComplianceChange.RECEIPT_SIGNED_LOCALLY);
        }
        story.compliance(ComplianceChange.RECEIPT_ISSUED);
        if (random.nextInt(5) == 0) {
            return story.payment(PaymentChange.REFUND_REQUESTED, PaymentStatus.REFUNDING)
                    .booking(BookingLife::cancelled)
                    .payment(PaymentChange.REFUNDED, PaymentStatus.REFUNDED)
                    .booking(BookingLife::cancelled);
        }
        story.booking(life -> life.assignedTo(new UUID(0, random.nextInt(3)))).booking(BookingLife::pickedUp);
        for (int i = random.nextInt(mostTracking); i > 0; i--) {
            story.tracking(random.nextInt(4) == 0 ? TrackingChange.ARRIVAL_ESTIMATED : TrackingChange.GEOFENCE_ENTERED);
        }
        story.booking(BookingLife::delivered).shared();
        return random.nextBoolean() ? story.booking(BookingLife::rated) : story;
    }

    List<Event> told() {
        return List.copyOf(told);
    }

    List<Event> told(Topics topic) {
        return told.stream().filter(event -> event.topic() == topic).toList();
    }

    String tenant() {
        return booking.tenant();
    }

    UUID bookingId() {
        return booking.bookingId();
    }

    UUID sender() {
        return booking.sender();
    }

    Instant now() {
        return booking.now();
    }

    Story later(Duration duration) {
        booking.later(duration);
        return this;
    }

    Story in(String otherCurrency) {
        currency = otherCurrency;
        return this;
    }

    Story booking(Function<BookingLife, BookingEvent> step) {
        booking.later(Duration.ofSeconds(7));
        return tell(Topics.BOOKING_EVENTS, step.apply(booking));
    }

    Story paid() {
        succeededAt = booking.later(Duration.ofSeconds(30)).now();
        return payment(PaymentChange.SUCCEEDED, PaymentStatus.SUCCEEDED).booking(BookingLife::paid);
    }

    Story failedAttempt() {
        attempts++;
        return payment(PaymentChange.ATTEMPT_FAILED, PaymentStatus.PENDING);
    }

    Story shared() {
        commission = new Money(1_180L, "RWF");
        return payment(PaymentChange.SHARED, PaymentStatus.SUCCEEDED);
    }

    Story payment(PaymentChange change, PaymentStatus status) {
        booking.later(Duration.ofSeconds(7));
        return tell(
                Topics.PAYMENT_EVENTS,
                PaymentEvent.newBuilder()
                        .setMetadata(metadata(Topics.PAYMENT_EVENTS))
                        .setChange(change)
                        .setPayment(Payment.newBuilder()
                                .setPaymentId(payment)
                                .setBookingId(bookingId())
                                .setStatus(status)
                                .setProvider(Provider.MTN)
                                .setAmount(new Money(11_800L, currency))
                                .setAttempts(attempts)
                                .setSucceededAt(succeededAt)
                                .setCommission(commission)
                                .build())
                        .build());
    }

    Story compliance(ComplianceChange change) {
        booking.later(Duration.ofSeconds(7));
        return tell(
                Topics.COMPLIANCE_EVENTS,
                ComplianceEvent.newBuilder()
                        .setMetadata(metadata(Topics.COMPLIANCE_EVENTS))
                        .setChange(change)
                        .setBookingId(bookingId())
                        .build());
    }

    /** Of an estimate: the sooner, the later it is estimated. */
    Story tracking(TrackingChange change) {
        booking.later(Duration.ofMinutes(1));
        return tell(
                Topics.TRACKING_EVENTS,
                TrackingEvent.newBuilder()
                        .setMetadata(metadata(Topics.TRACKING_EVENTS))
                        .setChange(change)
                        .setBookingId(bookingId())
                        .setVehicleId(new UUID(0, 1))
                        .setLatitude(-1.95)
                        .setLongitude(30.06)
                        .setArrivalAt(
                                change == TrackingChange.ARRIVAL_ESTIMATED
                                        ? now().plus(Duration.ofHours(9)).minus(Duration.ofMinutes(2L * told.size()))
                                        : null)
                        .build());
    }

    private Story tell(Topics topic, SpecificRecord event) {
        told.add(new Event(topic, now(), event));
        return this;
    }

    private EventMetadata metadata(Topics topic) {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant(tenant())
                .setCorrelationId("story")
                .setOccurredAt(now())
                .setSequence(sequences.merge(topic, 1L, Long::sum))
                .build();
    }
}
