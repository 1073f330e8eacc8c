/**
 * Cargo for the way home: shown to a driver who still has a trip, so that they can plan. Nothing is reserved by looking;
 * once they have delivered they are a candidate like any other, and near the pick-up, so among the first to be asked.
 * Invariant: what is shown is open, fits the vehicle and costs at most the stated detour.
 */
@NullMarked
package rw.ishemalink.booking.dispatch.returnload;

import org.jspecify.annotations.NullMarked;
