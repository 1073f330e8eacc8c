/** Tests of the durable queue of actions. */
@NullMarked
package rw.ishemalink.booking.sync.store;

import org.jspecify.annotations.NullMarked;
