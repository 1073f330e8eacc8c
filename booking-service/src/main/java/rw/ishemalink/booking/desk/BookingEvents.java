package rw.ishemalink.booking.desk;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.store.Transition;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Proof;
import rw.ishemalink.booking.lifecycle.Seal;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Terms;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.booking.Actor;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Cargo;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Export;
import rw.ishemalink.schemas.booking.Parcel;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;
import rw.ishemalink.schemas.booking.Rating;
import rw.ishemalink.schemas.booking.Receipt;
import rw.ishemalink.schemas.booking.Receiver;

/** A change in the words of the contract {@code booking.events}. The vocabularies are the same, name for name. */
final class BookingEvents {

    private BookingEvents() {}

    static BookingEvent of(EventMetadata metadata, Transition transition, Booking booking, @Nullable Proof proof) {
        return new BookingEvent(
                metadata,
                BookingChange.valueOf(transition.change().name()),
                transition.from() == null ? null : status(transition.from()),
                new Actor(transition.actorId(), transition.actorRole()),
                transition.reason(),
                snapshot(booking),
                proof == null ? null : proof(proof));
    }

    private static rw.ishemalink.schemas.booking.Proof proof(Proof proof) {
        return new rw.ishemalink.schemas.booking.Proof(
                proof.recordedAt(), proof.code() == Proof.Code.RIGHT, proof.photoSha256());
    }

    private static rw.ishemalink.schemas.booking.Booking snapshot(Booking booking) {
        Order order = booking.order();
        Terms terms = order.terms();
        return rw.ishemalink.schemas.booking.Booking.newBuilder()
                .setBookingId(order.bookingId())
                .setTrackingCode(order.trackingCode())
                .setKind(rw.ishemalink.schemas.booking.BookingKind.valueOf(
                        order.kind().name()))
                .setStatus(status(booking.status()))
                .setSender(contact(order.sender()))
                .setPayerPhone(order.payerPhone())
                .setOrigin(place(terms.origin()))
                .setDestination(place(terms.destination()))
                .setCargo(cargo(order))
                .setExport(export(booking))
                .setDistanceMetres(order.kind() == BookingKind.RIDE ? terms.distanceMetres() : null)
                .setPrice(price(terms.price()))
                .setAssignment(
                        booking.findAssignment().map(BookingEvents::assignment).orElse(null))
                .setReceipt(booking.findReceipt().map(BookingEvents::receipt).orElse(null))
                .setSyncId(order.syncId())
                .setOfflineCreated(order.offlineCreated())
                .setCreatedAt(order.createdAt())
                .setConfirmedAt(booking.milestones().confirmedAt())
                .setPaidAt(booking.milestones().paidAt())
                .setPickedUpAt(booking.milestones().pickedUpAt())
                .setDeliveredAt(booking.milestones().deliveredAt())
                .setScheduledFor(order.scheduledFor())
                .setReceiver(receiver(order))
                .setBuyer(buyer(order))
                .setManifestAcceptedAt(booking.milestones().manifestAcceptedAt())
                .setRating(booking.stars() == null ? null : new Rating(booking.stars()))
                .build();
    }

    private static BookingStatus status(rw.ishemalink.booking.lifecycle.BookingStatus status) {
        return BookingStatus.valueOf(status.name());
    }

    private static Contact contact(rw.ishemalink.booking.lifecycle.Contact sender) {
        return new Contact(sender.personId(), sender.phone(), sender.email(), language(sender.language()));
    }

    static Language language(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "rw" -> Language.RW;
            case "fr" -> Language.FR;
            default -> Language.EN;
        };
    }

    private static Place place(rw.ishemalink.booking.terms.Place place) {
        return new Place(place.district(), place.country(), place.latitude(), place.longitude(), place.label());
    }

    private static @Nullable Cargo cargo(Order order) {
        return Optional.ofNullable(order.terms().cargo())
                .map(cargo -> new Cargo(
                        cargo.commodity(),
                        cargo.hsCode(),
                        cargo.perishable(),
                        cargo.weightKg(),
                        cargo.packages(),
                        order.declaredValueRwf() == null ? null : money(order.declaredValueRwf()),
                        cargo.parcels().stream().map(BookingEvents::parcel).toList()))
                .orElse(null);
    }

    private static Parcel parcel(rw.ishemalink.booking.terms.Parcel parcel) {
        return new Parcel(
                parcel.commodity(), parcel.hsCode(), parcel.perishable(), parcel.weightKg(), parcel.packages());
    }

    private static @Nullable Receiver receiver(Order order) {
        return Optional.ofNullable(order.receiver())
                .map(receiver -> new Receiver(receiver.name(), receiver.phone()))
                .orElse(null);
    }

    private static rw.ishemalink.schemas.booking.@Nullable Buyer buyer(Order order) {
        return Optional.ofNullable(order.buyer())
                .map(buyer -> new rw.ishemalink.schemas.booking.Buyer(buyer.tin(), buyer.name(), buyer.purchaseCode()))
                .orElse(null);
    }

    private static @Nullable Export export(Booking booking) {
        Order order = booking.order();
        return Optional.ofNullable(order.consignee())
                .map(consignee -> new Export(
                        order.terms().destination().country(),
                        order.terms().borderPost(),
                        consignee.name(),
                        consignee.address(),
                        booking.customs().listSealsInPlace().stream()
                                .map(Seal::number)
                                .toList(),
                        booking.customs().rctgReference()))
                .orElse(null);
    }

    private static Price price(rw.ishemalink.booking.terms.Price price) {
        return new Price(
                money(price.totalRwf()), money(price.vatRwf()), price.taxClass().name(), price.tariffVersion());
    }

    private static Money money(long francs) {
        return new Money(francs, rw.ishemalink.booking.terms.Price.CURRENCY);
    }

    private static Assignment assignment(rw.ishemalink.booking.lifecycle.Assignment asked) {
        return new Assignment(
                asked.driverId(), asked.vehicleId(), asked.vehiclePlate(), asked.operatorId(), asked.clearanceId());
    }

    private static Receipt receipt(rw.ishemalink.booking.lifecycle.Receipt receipt) {
        return new Receipt(receipt.number(), receipt.issuedAt(), receipt.locallySigned());
    }
}
