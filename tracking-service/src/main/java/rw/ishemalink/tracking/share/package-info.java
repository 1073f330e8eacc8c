/** Links by which a trip can be followed without a login. Invariant: a link shows where the goods are, and nothing of anybody. */
@NullMarked
package rw.ishemalink.tracking.share;

import org.jspecify.annotations.NullMarked;
