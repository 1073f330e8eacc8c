/** The write side of an event: a state change and its events commit together or not at all. Invariant: what is committed is published, in order per key, and nothing else is. */
@NullMarked
package rw.ishemalink.kit.outbox;

import org.jspecify.annotations.NullMarked;
