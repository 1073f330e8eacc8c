/** Rows that are remembered. */
@NullMarked
package rw.ishemalink.tracking.vehicle.store;

import org.jspecify.annotations.NullMarked;
