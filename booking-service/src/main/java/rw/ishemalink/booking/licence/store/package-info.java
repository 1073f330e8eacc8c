/** The tables of clearances and of news about licences. */
@NullMarked
package rw.ishemalink.booking.licence.store;

import org.jspecify.annotations.NullMarked;
