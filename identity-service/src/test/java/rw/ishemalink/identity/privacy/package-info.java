/** Tests of people's rights. Invariant: the other services answer as they would, by event. */
@NullMarked
package rw.ishemalink.identity.privacy;

import org.jspecify.annotations.NullMarked;
