/** People, places and drivers for the tests of the running service. */
@NullMarked
package rw.ishemalink.booking.testing;

import org.jspecify.annotations.NullMarked;
