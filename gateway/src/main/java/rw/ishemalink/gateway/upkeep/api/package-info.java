/** Maintenance by hand. */
@NullMarked
package rw.ishemalink.gateway.upkeep.api;

import org.jspecify.annotations.NullMarked;
