/** The load's own parts, which must be right before what they measure is. */
@NullMarked
package rw.ishemalink.local.load;

import org.jspecify.annotations.NullMarked;
