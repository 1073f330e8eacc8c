package rw.ishemalink.compliance.casefile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking as this service knows it.
 *
 * @param origin where it starts, as people call it
 * @param destination where it ends, as people call it
 * @param totalRwf what the payer pays, VAT included
 * @param driverId who is asked or allowed to move it; null until then
 * @param vehiclePlate with what; null until then
 * @param bookingSequence of the booking's event that this was taken from
 */
public record CaseFile(
        UUID bookingId,
        String tenant,
        String trackingCode,
        BookingKind kind,
        BookingStatus status,
        UUID senderId,
        String origin,
        String destination,
        long totalRwf,
        TaxClass taxClass,
        @Nullable UUID driverId,
        @Nullable String vehiclePlate,
        long bookingSequence) {}
