/** Cargo for the way home. */
@NullMarked
package rw.ishemalink.booking.dispatch.returnload;

import org.jspecify.annotations.NullMarked;
