/** Where vehicles were. */
@NullMarked
package rw.ishemalink.tracking.history;

import org.jspecify.annotations.NullMarked;
