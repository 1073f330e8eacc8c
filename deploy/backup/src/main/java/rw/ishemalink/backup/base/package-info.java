/**
 * Whole copies of a cluster, taken while it works: PostgreSQL is told, its files are read, and the log of that time makes
 * them one state. Invariant: a backup gets its manifest only when every part was read back from the store as it was sent,
 * and the log that it needs is there.
 */
@NullMarked
package rw.ishemalink.backup.base;

import org.jspecify.annotations.NullMarked;
