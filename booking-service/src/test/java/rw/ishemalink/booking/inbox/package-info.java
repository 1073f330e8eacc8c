/** Checks on what the service makes of facts that others publish, also when they come late, twice or too early. */
@NullMarked
package rw.ishemalink.booking.inbox;

import org.jspecify.annotations.NullMarked;
