@NullMarked
package rw.ishemalink.local.drill;

import org.jspecify.annotations.NullMarked;
