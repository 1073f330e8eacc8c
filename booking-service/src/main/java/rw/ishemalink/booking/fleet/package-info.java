/** What booking knows of drivers: whom it may ask, with which vehicle, and where to write. Invariant: the driver's newest change wins, in whatever order they arrive; a phone number leaves the table only in a message to its owner. */
@NullMarked
package rw.ishemalink.booking.fleet;

import org.jspecify.annotations.NullMarked;
