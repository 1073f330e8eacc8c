/** Who drives what, kept from fleet.events and remembered by each instance: no fix on its way asks a database. */
@NullMarked
package rw.ishemalink.tracking.vehicle;

import org.jspecify.annotations.NullMarked;
