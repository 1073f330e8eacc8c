/** Which service answers a path, and whether the door asks for a token first. Invariant: a path outside the table is nobody's. */
@NullMarked
package rw.ishemalink.gateway.route;

import org.jspecify.annotations.NullMarked;
