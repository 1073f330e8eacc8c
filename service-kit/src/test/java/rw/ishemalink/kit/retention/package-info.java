/** Tests of retention. Invariant: what is not due stays. */
@NullMarked
package rw.ishemalink.kit.retention;

import org.jspecify.annotations.NullMarked;
