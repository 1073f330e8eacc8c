/** How a driver is found. */
@NullMarked
package rw.ishemalink.booking.dispatch;

import org.jspecify.annotations.NullMarked;
