/** Tests of what people did without network. */
@NullMarked
package rw.ishemalink.booking.sync;

import org.jspecify.annotations.NullMarked;
