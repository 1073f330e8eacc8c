/** Who drives what, kept from fleet.events. */
@NullMarked
package rw.ishemalink.tracking.vehicle;

import org.jspecify.annotations.NullMarked;
