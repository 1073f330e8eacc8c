/** Checks on the state machine: every row of its table, and what no sequence of commands can bring about. */
@NullMarked
package rw.ishemalink.booking.lifecycle;

import org.jspecify.annotations.NullMarked;
