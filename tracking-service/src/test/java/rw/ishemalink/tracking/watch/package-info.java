@NullMarked
package rw.ishemalink.tracking.watch;

import org.jspecify.annotations.NullMarked;
