/** What the law gives people who book and drive. Invariant: bookings stay, for receipts and ledger rest on them; who booked and where exactly they went does not. */
@NullMarked
package rw.ishemalink.booking.privacy;

import org.jspecify.annotations.NullMarked;
