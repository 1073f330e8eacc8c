@NullMarked
package rw.ishemalink.tracking.watch.store;

import org.jspecify.annotations.NullMarked;
