/** The PostgreSQL server that is backed up. */
@NullMarked
package rw.ishemalink.backup.source;

import org.jspecify.annotations.NullMarked;
