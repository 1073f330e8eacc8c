/**
 * The archive of a stack on this machine, and the way back from it. Invariant: a restore overwrites nothing; what is lost is
 * deleted by whoever says so, never by the restore.
 */
@NullMarked
package rw.ishemalink.local.backup;

import org.jspecify.annotations.NullMarked;
