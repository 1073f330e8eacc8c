/** /api/sync. Invariant: one bad action is told so and stops none of the others. */
@NullMarked
package rw.ishemalink.booking.sync.api;

import org.jspecify.annotations.NullMarked;
