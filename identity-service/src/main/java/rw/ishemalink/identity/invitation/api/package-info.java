/** Invitations over HTTP. Invariant: an invitation that the caller may not know of is not there. */
@NullMarked
package rw.ishemalink.identity.invitation.api;

import org.jspecify.annotations.NullMarked;
