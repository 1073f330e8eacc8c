/** Loops that work off job tables. Invariant: a loop survives whatever its step throws. */
@NullMarked
package rw.ishemalink.compliance.work;

import org.jspecify.annotations.NullMarked;
