@NullMarked
package rw.ishemalink.local.load;

import org.jspecify.annotations.NullMarked;
