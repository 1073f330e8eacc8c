/** Tests of the wire format. */
@NullMarked
package rw.ishemalink.schemas.wire;

import org.jspecify.annotations.NullMarked;
