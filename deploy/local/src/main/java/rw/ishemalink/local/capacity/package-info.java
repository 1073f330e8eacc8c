/** How many machines a phase of growth needs: from what was measured and what is assumed, by pure functions. Invariant: no figure without where it was measured, no assumption that is not printed beside the result. */
@NullMarked
package rw.ishemalink.local.capacity;

import org.jspecify.annotations.NullMarked;
