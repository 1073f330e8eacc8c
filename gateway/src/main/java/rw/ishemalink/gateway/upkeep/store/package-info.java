/** Maintenance in PostgreSQL. */
@NullMarked
package rw.ishemalink.gateway.upkeep.store;

import org.jspecify.annotations.NullMarked;
