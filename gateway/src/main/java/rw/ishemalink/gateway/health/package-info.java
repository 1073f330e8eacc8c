/** How the whole suite is, seen from the door. */
@NullMarked
package rw.ishemalink.gateway.health;

import org.jspecify.annotations.NullMarked;
