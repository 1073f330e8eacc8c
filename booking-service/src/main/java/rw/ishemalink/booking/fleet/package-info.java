/** What booking knows of drivers: whom it may ask and with which vehicle. Invariant: the driver's newest change wins, in whatever order they arrive. */
@NullMarked
package rw.ishemalink.booking.fleet;

import org.jspecify.annotations.NullMarked;
