/**
 * Invitations to roles that carry power over others. Invariant: who is invited, who proposed it and who approved it are
 * three people, held by the database as well.
 */
@NullMarked
package rw.ishemalink.identity.invitation;

import org.jspecify.annotations.NullMarked;
