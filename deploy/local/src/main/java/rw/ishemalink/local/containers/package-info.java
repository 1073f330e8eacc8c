/**
 * PostgreSQL, Kafka and Apicurio Registry as containers of a Docker engine on this machine, for tests. Invariant: the
 * same promises as the child processes: they listen on the loopback address only and end with this JVM.
 */
@NullMarked
package rw.ishemalink.local.containers;

import org.jspecify.annotations.NullMarked;
