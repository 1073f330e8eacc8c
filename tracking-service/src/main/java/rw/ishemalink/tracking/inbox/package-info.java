/** What other services' events mean here. */
@NullMarked
package rw.ishemalink.tracking.inbox;

import org.jspecify.annotations.NullMarked;
