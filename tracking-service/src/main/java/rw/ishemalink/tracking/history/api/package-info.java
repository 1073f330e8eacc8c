/** Tracks of trips for those who may see them. Invariant: somebody else's track is on the access log before it is shown. */
@NullMarked
package rw.ishemalink.tracking.history.api;

import org.jspecify.annotations.NullMarked;
