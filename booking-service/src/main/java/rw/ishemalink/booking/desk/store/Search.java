package rw.ishemalink.booking.desk.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.Lens;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.terms.BookingKind;

/**
 * What to list; null narrows nothing.
 *
 * @param as the lens to look through; null: all that the caller has
 * @param commodity our name of it, e.g. coffee; of a mixed load the heaviest
 * @param originDistrict code 11…57
 * @param destinationDistrict code 11…57
 * @param scheduled when the pick-up is wished for
 * @param stuck only those whose step is overdue
 * @param after the id of the last booking of the page before; null: the first page
 */
public record Search(
        @Nullable Lens as,
        @Nullable BookingStatus status,
        @Nullable BookingKind kind,
        @Nullable String trackingCode,
        @Nullable String commodity,
        @Nullable String originDistrict,
        @Nullable String destinationDistrict,
        @Nullable UUID driverId,
        Period created,
        Period scheduled,
        boolean stuck,
        @Nullable UUID after,
        int limit) {}
