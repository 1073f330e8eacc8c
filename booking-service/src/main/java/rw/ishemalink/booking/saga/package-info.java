/** Where each booking hangs, for the people who run the platform. Invariant: every booking that waits for somebody has a deadline. */
@NullMarked
package rw.ishemalink.booking.saga;

import org.jspecify.annotations.NullMarked;
