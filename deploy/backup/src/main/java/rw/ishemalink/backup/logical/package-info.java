/**
 * Logical copies: what the databases of a cluster say, as SQL and text that any PostgreSQL reads, whatever its version or
 * place. Invariants: a database is copied as of one moment; what cannot be copied is refused by name, not left out; a copy
 * gets its manifest only when every part was read back from the store as it was sent.
 */
@NullMarked
package rw.ishemalink.backup.logical;

import org.jspecify.annotations.NullMarked;
