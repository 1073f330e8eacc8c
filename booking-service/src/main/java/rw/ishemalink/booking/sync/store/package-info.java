/** The durable queue of actions. Invariant: a batch is stored by one statement, whole or not at all. */
@NullMarked
package rw.ishemalink.booking.sync.store;

import org.jspecify.annotations.NullMarked;
