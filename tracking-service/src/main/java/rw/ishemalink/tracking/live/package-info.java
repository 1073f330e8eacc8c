/** Positions on their way out: each instance hears all of them and keeps the last of each vehicle. Invariant: a trip shows only positions taken while it was under way. */
@NullMarked
package rw.ishemalink.tracking.live;

import org.jspecify.annotations.NullMarked;
