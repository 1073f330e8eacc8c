@NullMarked
package rw.ishemalink.local.capacity;

import org.jspecify.annotations.NullMarked;
