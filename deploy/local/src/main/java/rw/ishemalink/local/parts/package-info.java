/**
 * PostgreSQL, Kafka and Apicurio Registry as child processes, the same programs as in production, for the embedded stack
 * and for tests. Invariant: they listen on the loopback address only, and what they stored is there after a restart,
 * however they ended.
 */
@NullMarked
package rw.ishemalink.local.parts;

import org.jspecify.annotations.NullMarked;
