/** Tests of how long a clearance holds. */
@NullMarked
package rw.ishemalink.booking.licence;

import org.jspecify.annotations.NullMarked;
