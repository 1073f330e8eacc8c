/**
 * The continuous archive of the write-ahead log. It is streamed by PostgreSQL's replication protocol, byte by byte, so that
 * the archive is behind by moments and not by a file of 16 MB; as a synchronous standby it is never behind what a client was
 * told. Invariant: PostgreSQL hears that a byte is safe only when the store has it.
 */
@NullMarked
package rw.ishemalink.backup.wal;

import org.jspecify.annotations.NullMarked;
