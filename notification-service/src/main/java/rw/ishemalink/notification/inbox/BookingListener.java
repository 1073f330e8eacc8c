package rw.ishemalink.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.notification.keyword.TrackedBooking;
import rw.ishemalink.notification.keyword.TrackedBookings;
import rw.ishemalink.notification.message.MessageBook;
import rw.ishemalink.notification.policies.BookingMoment;
import rw.ishemalink.notification.policies.BookingNews;
import rw.ishemalink.notification.policies.BookingSort;
import rw.ishemalink.notification.policies.NotificationPolicies;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Export;
import rw.ishemalink.schemas.booking.Receiver;

/** Asks the policies what a booking's news means to whom, and keeps who may ask for it by SMS. */
@ApplicationScoped
class BookingListener implements InboxListener<BookingEvent> {

    private final MessageBook messages;
    private final TrackedBookings tracked;

    BookingListener(MessageBook messages, TrackedBookings tracked) {
        this.messages = messages;
        this.tracked = tracked;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        Booking booking = event.getBooking();
        if (booking.getStatus() != BookingStatus.UNKNOWN) {
            tracked.keep(tx.sql(), tracked(event), event.getMetadata().getSequence());
        }
        findMoment(event.getChange())
                .flatMap(moment -> findSort(booking.getKind()).map(sort -> news(moment, sort, event)))
                .map(NotificationPolicies::messagesFor)
                .ifPresent(wanted -> messages.add(tx, event.getMetadata(), booking.getBookingId(), wanted));
    }

    private static TrackedBooking tracked(BookingEvent event) {
        Booking booking = event.getBooking();
        Contact sender = booking.getSender();
        return new TrackedBooking(
                booking.getBookingId(),
                event.getMetadata().getTenant(),
                booking.getTrackingCode(),
                booking.getStatus().name(),
                sender.getPersonId(),
                sender.getLanguage(),
                sender.getPhone(),
                booking.getPayerPhone(),
                Optional.ofNullable(booking.getReceiver()).map(Receiver::getPhone));
    }

    private static Optional<BookingMoment> findMoment(BookingChange change) {
        return switch (change) {
            case ASSIGNED -> Optional.of(BookingMoment.ASSIGNED);
            case PICKED_UP -> Optional.of(BookingMoment.PICKED_UP);
            case ARRIVED_AT_BORDER -> Optional.of(BookingMoment.ARRIVED_AT_BORDER);
            case HELD_AT_BORDER -> Optional.of(BookingMoment.HELD_AT_BORDER);
            case LEFT_BORDER -> Optional.of(BookingMoment.LEFT_BORDER);
            case DELIVERED -> Optional.of(BookingMoment.DELIVERED);
            case FAILED -> Optional.of(BookingMoment.FAILED);
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    CANCELLED,
                    EDITED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    HOLD_RELEASED,
                    MANIFEST_ACCEPTED,
                    RATED,
                    UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<BookingSort> findSort(BookingKind kind) {
        return switch (kind) {
            case CARGO_DOMESTIC -> Optional.of(BookingSort.DOMESTIC_CARGO);
            case CARGO_INTERNATIONAL -> Optional.of(BookingSort.EXPORT);
            case RIDE -> Optional.of(BookingSort.RIDE);
            case TICKET -> Optional.of(BookingSort.TICKET);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static BookingNews news(BookingMoment moment, BookingSort sort, BookingEvent event) {
        Booking booking = event.getBooking();
        Contact sender = booking.getSender();
        Assignment assignment = booking.getAssignment();
        Export export = booking.getExport();
        return new BookingNews(
                moment,
                sort,
                booking.getTrackingCode(),
                new BookingNews.Sender(
                        sender.getPersonId(),
                        sender.getPhone(),
                        Optional.ofNullable(sender.getEmail()),
                        sender.getLanguage()),
                booking.getOrigin().getLabel(),
                booking.getDestination().getLabel(),
                Optional.ofNullable(export).map(Export::getBorderPost),
                Optional.ofNullable(assignment)
                        .map(it -> new BookingNews.Assignment(it.getDriverId(), it.getVehiclePlate())),
                Optional.ofNullable(event.getReason()));
    }
}
