/** Trips as REST shows them. Invariant: who may not see a trip is answered as if there were none. */
@NullMarked
package rw.ishemalink.tracking.trip.api;

import org.jspecify.annotations.NullMarked;
