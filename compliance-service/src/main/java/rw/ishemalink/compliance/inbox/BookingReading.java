package rw.ishemalink.compliance.inbox;

import java.util.List;
import java.util.Optional;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.BookingStatus;
import rw.ishemalink.compliance.casefile.Buyer;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.casefile.ExportParcel;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.Cargo;
import rw.ishemalink.schemas.booking.Export;

/** Reads out of a booking's event what this service keeps. */
final class BookingReading {

    private BookingReading() {}

    static CaseFile caseFile(BookingEvent event) {
        Booking booking = event.getBooking();
        Assignment assignment = booking.getAssignment();
        return new CaseFile(
                booking.getBookingId(),
                event.getMetadata().getTenant(),
                booking.getTrackingCode(),
                BookingKind.valueOf(booking.getKind().name()),
                BookingStatus.valueOf(booking.getStatus().name()),
                booking.getSender().getPersonId(),
                booking.getOrigin().getLabel(),
                booking.getDestination().getLabel(),
                Francs.of(booking.getPrice().getTotal()),
                TaxClass.valueOf(booking.getPrice().getTaxClass()),
                assignment == null ? null : assignment.getDriverId(),
                assignment == null ? null : assignment.getVehiclePlate(),
                event.getMetadata().getSequence());
    }

    /** The taxpayer that buys; empty when none is named. */
    static Optional<Buyer> findBuyer(BookingEvent event) {
        return Optional.ofNullable(event.getBooking().getBuyer())
                .map(buyer -> new Buyer(buyer.getTin(), buyer.getName(), buyer.getPurchaseCode()));
    }

    /** What customs need to know; empty unless goods cross the border. */
    static Optional<ExportFile> findExport(BookingEvent event) {
        Booking booking = event.getBooking();
        Cargo cargo = booking.getCargo();
        Export export = booking.getExport();
        if (cargo == null || export == null) {
            return Optional.empty();
        }
        Money declared = cargo.getDeclaredValue();
        return Optional.of(new ExportFile(
                booking.getBookingId(),
                event.getMetadata().getTenant(),
                booking.getOrigin().getDistrict(),
                booking.getOrigin().getCountry(),
                booking.getOrigin().getLabel(),
                export.getDestinationCountry(),
                booking.getDestination().getLabel(),
                export.getBorderPost(),
                export.getConsigneeName(),
                export.getConsigneeAddress(),
                cargo.getCommodity(),
                cargo.getHsCode(),
                cargo.getWeightKg(),
                cargo.getPackages(),
                declared == null ? null : declared.getAmount(),
                declared == null ? null : declared.getCurrency(),
                parcels(cargo),
                export.getSeals(),
                export.getRctgReference()));
    }

    /** Events from before parcels were told apart have none: the cargo is one. */
    private static List<ExportParcel> parcels(Cargo cargo) {
        return cargo.getParcels().isEmpty()
                ? List.of(new ExportParcel(
                        cargo.getCommodity(), cargo.getHsCode(), cargo.getWeightKg(), cargo.getPackages()))
                : cargo.getParcels().stream()
                        .map(one -> new ExportParcel(
                                one.getCommodity(), one.getHsCode(), one.getWeightKg(), one.getPackages()))
                        .toList();
    }
}
