/** Maintenance: of the whole suite or of one service, by somebody's word or because it is not well. */
@NullMarked
package rw.ishemalink.gateway.upkeep;

import org.jspecify.annotations.NullMarked;
