/** The tables of searches, offers and considerations. Invariant: all times are the database's, so that instances agree. */
@NullMarked
package rw.ishemalink.booking.dispatch.store;

import org.jspecify.annotations.NullMarked;
