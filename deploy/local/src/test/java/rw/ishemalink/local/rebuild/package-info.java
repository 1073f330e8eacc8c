/** What a rebuild decides and says. */
@NullMarked
package rw.ishemalink.local.rebuild;

import org.jspecify.annotations.NullMarked;
