/** How far it is by road, and how long it takes. */
@NullMarked
package rw.ishemalink.tracking.route;

import org.jspecify.annotations.NullMarked;
