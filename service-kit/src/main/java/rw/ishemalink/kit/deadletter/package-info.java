/** Where records go that nobody can read or handle. */
@NullMarked
package rw.ishemalink.kit.deadletter;

import org.jspecify.annotations.NullMarked;
