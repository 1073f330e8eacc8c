/** Checks on the service as a whole. */
@NullMarked
package rw.ishemalink.booking;

import org.jspecify.annotations.NullMarked;
