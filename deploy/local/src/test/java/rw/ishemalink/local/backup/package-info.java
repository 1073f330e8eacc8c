/** Backups that restore. */
@NullMarked
package rw.ishemalink.local.backup;

import org.jspecify.annotations.NullMarked;
