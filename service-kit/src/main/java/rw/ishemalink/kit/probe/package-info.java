/** Whether this instance is alive, ready, and how its parts are. */
@NullMarked
package rw.ishemalink.kit.probe;

import org.jspecify.annotations.NullMarked;
