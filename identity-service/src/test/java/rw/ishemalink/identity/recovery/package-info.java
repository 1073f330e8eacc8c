/** Tests of recovery. Invariant: they go through HTTP and the real database. */
@NullMarked
package rw.ishemalink.identity.recovery;

import org.jspecify.annotations.NullMarked;
