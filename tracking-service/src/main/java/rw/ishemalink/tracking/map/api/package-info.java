/** The map as GeoJSON. */
@NullMarked
package rw.ishemalink.tracking.map.api;

import org.jspecify.annotations.NullMarked;
