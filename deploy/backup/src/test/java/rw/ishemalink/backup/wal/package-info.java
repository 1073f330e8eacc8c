/** Tests. */
@NullMarked
package rw.ishemalink.backup.wal;

import org.jspecify.annotations.NullMarked;
