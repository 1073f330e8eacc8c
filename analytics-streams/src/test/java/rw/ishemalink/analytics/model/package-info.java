/** The proof that every cell is right: random lives of bookings, and plain arithmetic over how they ended. It shares no code with what counts. */
@NullMarked
package rw.ishemalink.analytics.model;

import org.jspecify.annotations.NullMarked;
