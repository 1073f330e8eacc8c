/**
 * Requests of every kind to every endpoint that the services describe, through the door. Invariant: whatever is sent, it is
 * answered, and never with a 5xx.
 */
@NullMarked
package rw.ishemalink.local.fuzz;

import org.jspecify.annotations.NullMarked;
