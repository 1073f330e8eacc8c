/** Bookings that are being moved. Invariant: who may not know of a trip never learns that it exists. */
@NullMarked
package rw.ishemalink.tracking.trip;

import org.jspecify.annotations.NullMarked;
