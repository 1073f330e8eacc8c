/** A service as small as can be, to test the kit in. */
@NullMarked
package rw.ishemalink.kit.sample;

import org.jspecify.annotations.NullMarked;
