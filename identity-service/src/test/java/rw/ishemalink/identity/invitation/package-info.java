/** Tests of invitations. Invariant: they go through HTTP and the real database. */
@NullMarked
package rw.ishemalink.identity.invitation;

import org.jspecify.annotations.NullMarked;
