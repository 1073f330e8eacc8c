/** Checks on the running service, with real parts: who may do what, once per syncId, pages, the law in the database. */
@NullMarked
package rw.ishemalink.booking.desk;

import org.jspecify.annotations.NullMarked;
