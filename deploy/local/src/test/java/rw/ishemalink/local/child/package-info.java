/** Real child processes: sleeping shells and the like. */
@NullMarked
package rw.ishemalink.local.child;

import org.jspecify.annotations.NullMarked;
