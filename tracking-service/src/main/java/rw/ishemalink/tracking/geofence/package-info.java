/** Places on the map that a trip can enter and leave: border posts and destinations. Pure. */
@NullMarked
package rw.ishemalink.tracking.geofence;

import org.jspecify.annotations.NullMarked;
