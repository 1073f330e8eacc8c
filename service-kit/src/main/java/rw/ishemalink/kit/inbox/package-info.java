/** The read side of an event: the only place that hears other services. Invariant: the effect of an event and the note that it was seen commit together, so a repeat does nothing. */
@NullMarked
package rw.ishemalink.kit.inbox;

import org.jspecify.annotations.NullMarked;
