package rw.ishemalink.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.booking.desk.store.CodeStore;
import rw.ishemalink.booking.desk.store.CodeStore.CodeState;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.lifecycle.Proof;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/**
 * The receivers' codes. Invariant: a code is told to sender and receiver only; five wrong ones lock it until there is a
 * new one.
 */
@ApplicationScoped
class DeliveryCodes implements AfterChange {

    /** With six digits the chance to guess one is 1 in 200,000. */
    private static final int FAILURES_ALLOWED = 5;

    private final CodeStore states;
    private final SecretKeySpec key;

    DeliveryCodes(CodeStore states, BookingConfig config) {
        this.states = states;
        this.key = DeliveryCode.key(config.deliveryCodeKey());
    }

    /** The code that counts now. */
    DeliveryCode get(Handle sql, Booking booking) {
        return code(booking, states.get(sql, booking.order().tenant(), booking.bookingId()));
    }

    /** What a code that was given is worth. The caller holds the booking's row lock. */
    Proof.Code compare(Handle sql, Booking booking, @Nullable String given) {
        if (given == null || booking.order().kind() == BookingKind.RIDE) {
            return Proof.Code.NONE;
        }
        CodeState state = states.get(sql, booking.order().tenant(), booking.bookingId());
        if (state.failures() >= FAILURES_ALLOWED) {
            return Proof.Code.LOCKED;
        }
        return code(booking, state).is(given) ? Proof.Code.RIGHT : Proof.Code.WRONG;
    }

    void countFailure(Handle sql, Booking booking) {
        states.countFailure(sql, booking.order().tenant(), booking.bookingId());
    }

    /** From now on another code counts. */
    void renew(Handle sql, Booking booking) {
        states.renew(sql, booking.order().tenant(), booking.bookingId());
    }

    /** The receiver gets the code when the goods are on their way. */
    @Override
    public void changed(Tx tx, Booking before, Booking after) {
        if (before.status() == BookingStatus.ASSIGNED && after.status() == BookingStatus.IN_TRANSIT) {
            send(tx, after);
        }
    }

    /** Sends the receiver the code that counts now, if somebody is named. */
    void send(Tx tx, Booking booking) {
        Receiver receiver = booking.order().receiver();
        if (receiver != null) {
            UUID addressee = TimeOrderedId.next();
            tx.publish(Topics.NOTIFICATION_REQUESTS, addressee, message(tx, booking, receiver, addressee));
        }
    }

    private NotificationRequest message(Tx tx, Booking booking, Receiver receiver, UUID addressee) {
        return NotificationRequest.newBuilder()
                .setMetadata(tx.metadata(booking.order().tenant(), booking.version()))
                .setPersonId(addressee)
                .setPhone(receiver.phone())
                .setLanguage(BookingEvents.language(booking.order().sender().language()))
                .setTemplate(RequestedTemplate.DELIVERY_CODE)
                .setParameters(Map.of(
                        "code", get(tx.sql(), booking).digits(),
                        "trackingCode", booking.order().trackingCode()))
                .build();
    }

    private DeliveryCode code(Booking booking, CodeState state) {
        return DeliveryCode.of(key, booking.bookingId(), state.number());
    }
}
