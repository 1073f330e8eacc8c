/** Figures of today as they change. Invariant: whoever watches has the present state, or nothing newer is known; what several watch is computed once. */
@NullMarked
package rw.ishemalink.analytics.live;

import org.jspecify.annotations.NullMarked;
