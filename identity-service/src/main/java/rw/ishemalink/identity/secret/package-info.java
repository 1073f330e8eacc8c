/** Keys and sealed bytes. Invariant: no secret is stored in the clear, and each purpose has a key of its own. */
@NullMarked
package rw.ishemalink.identity.secret;

import org.jspecify.annotations.NullMarked;
