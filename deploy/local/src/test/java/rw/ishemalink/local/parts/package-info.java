/** The real parts, started for real. */
@NullMarked
package rw.ishemalink.local.parts;

import org.jspecify.annotations.NullMarked;
