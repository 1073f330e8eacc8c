/** What moved and what was counted, in the database. Invariant: a movement is in exactly one of the two. */
@NullMarked
package rw.ishemalink.compliance.bnr.store;

import org.jspecify.annotations.NullMarked;
