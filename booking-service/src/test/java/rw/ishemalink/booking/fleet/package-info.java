/** Who may drive what. */
@NullMarked
package rw.ishemalink.booking.fleet;

import org.jspecify.annotations.NullMarked;
